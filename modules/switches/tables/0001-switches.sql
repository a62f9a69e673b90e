-- What is closed, to whom, why, until when; what waits for it; and how often people use what has limits.

create table switches.switch (
  id uuid primary key,
  feature text not null,
  -- To whom: everybody; an organisation, a role in it, a role anywhere; one person.
  organisation_id uuid,
  role text check (char_length(role) between 1 and 50),
  person_id uuid,
  -- Said apart: once that person is erased it closes nothing to anybody, rather than to everybody.
  is_for_person boolean not null,
  -- For the trace.
  reason text not null check (char_length(reason) between 1 and 500),
  -- What those concerned read; none: a plain sentence.
  words text check (char_length(words) between 1 and 300),
  at timestamptz not null,
  by_person_id uuid,
  ends_at timestamptz,
  -- What becomes, at the end, of what was held.
  held_become text not null default 'send' check (held_become in ('send', 'return')),
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_reason text check (char_length(lifted_reason) between 1 and 500),
  version integer not null default 1,
  check (is_for_person or person_id is null),
  check (not is_for_person or (organisation_id is null and role is null)),
  check (ends_at > at)
);
-- Nearly always empty: what a command reads.
create index switch_on on switches.switch (feature) where lifted_at is null;
create index switch_listed on switches.switch (at desc, id desc);

-- What somebody wrote while it was closed: the domain keeps the thing, and sends it or gives it back.
create table switches.held (
  id uuid primary key,
  switch_id uuid not null references switches.switch,
  -- As in search and in facts: `messaging.message`.
  kind text not null,
  subject_id uuid not null,
  person_id uuid,
  at timestamptz not null,
  unique (kind, subject_id)
);
create index held_switch on switches.held (switch_id, id);
create index held_person on switches.held (person_id) where person_id is not null;

-- How often a person did what has limits, in each window of ten minutes of the last days.
create table switches.use (
  person_id uuid not null,
  feature text not null,
  starts_at timestamptz not null,
  count integer not null,
  -- Where they were then, so that a wave is seen where it starts.
  organisation_ids uuid[] not null,
  primary key (person_id, feature, starts_at)
);
create index use_starts on switches.use (starts_at);

alter table switches.held enable row level security;
alter table switches.held force row level security;
alter table switches.use enable row level security;
alter table switches.use force row level security;
create policy every on switches.held to sillage_owner, sillage_worker, sillage_back_office using (true);
create policy own on switches.held to sillage_portal using (person_id = (select current_setting('app.person')::uuid));
create policy every on switches.use to sillage_owner, sillage_worker, sillage_back_office using (true);
create policy own on switches.use to sillage_portal using (person_id = (select current_setting('app.person')::uuid));

create trigger audit after insert or update or delete on switches.switch for each row execute function audit.capture('-reason', '-words', '-lifted_reason');

grant usage on schema switches to sillage_portal, sillage_worker, sillage_back_office, sillage_statistics;
-- Not why, nor by whom: that is the back office's.
grant select (id, feature, organisation_id, role, person_id, is_for_person, words, at, ends_at, held_become, lifted_at) on switches.switch to sillage_portal;
grant select, insert on switches.switch to sillage_back_office;
grant update (lifted_at, lifted_by, lifted_reason, held_become, version) on switches.switch to sillage_back_office, sillage_worker;
grant select on switches.switch to sillage_worker;
grant select, insert, delete on switches.held to sillage_portal;
grant select, insert, update, delete on switches.held to sillage_worker;
grant select on switches.held to sillage_back_office;
grant select, insert, update on switches.use to sillage_portal;
grant select, delete on switches.use to sillage_worker;
grant select, insert, update on switches.use to sillage_back_office;
grant select (feature, starts_at, count) on switches.use to sillage_statistics;
create policy counted on switches.use for select to sillage_statistics using (true);
