-- What people report, and what was decided. The domain says what can be reported; it alone knows how to hide it.

create table moderation.subject (
  id uuid primary key,
  -- As the domain names it: `bases.resource`, and its key there.
  kind text not null,
  target_id uuid not null,
  -- As they were when it was reported: it may be gone.
  title text not null,
  href text not null,
  author_id uuid references identity.person,
  state text not null default 'open' check (state in ('open', 'decided')),
  reported_at timestamptz not null,
  version integer not null default 1,
  unique (kind, target_id)
);
create index subject_state on moderation.subject (state, reported_at, id);
create index subject_author on moderation.subject (author_id);

create table moderation.report (
  id uuid primary key,
  subject_id uuid not null references moderation.subject,
  person_id uuid references identity.person,
  reason text not null,
  words text not null,
  at timestamptz not null,
  unique (subject_id, person_id)
);
create index report_person on moderation.report (person_id);

create table moderation.decision (
  id uuid primary key,
  subject_id uuid not null references moderation.subject,
  person_id uuid references identity.person,
  decision text not null check (decision in ('dismiss', 'ask', 'hide')),
  -- What the author is told, and what the file keeps.
  reason text not null,
  at timestamptz not null
);
create index decision_subject on moderation.decision (subject_id, at);
create index decision_person on moderation.decision (person_id);

create trigger audit after insert or update on moderation.subject for each row execute function audit.capture('-title');
create trigger audit after insert on moderation.report for each row execute function audit.capture('-words');
create trigger audit after insert on moderation.decision for each row execute function audit.capture('-reason');

grant usage on schema moderation to sillage_portal, sillage_worker, sillage_back_office;
-- Whoever reports sees that they did, and nothing of what others wrote.
grant select, insert on moderation.subject to sillage_portal;
grant update (state, reported_at, title, href, version) on moderation.subject to sillage_portal;
grant insert, select (id, subject_id, person_id, at) on moderation.report to sillage_portal;
grant select on moderation.subject, moderation.report to sillage_back_office;
grant update (state, version) on moderation.subject to sillage_back_office;
grant select, insert on moderation.decision to sillage_back_office;
grant select on moderation.subject, moderation.decision to sillage_worker;
