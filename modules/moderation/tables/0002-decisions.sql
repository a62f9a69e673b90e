-- What the service holds before it is shown, what moderators decide of it and of what is reported, and what its author answers.

alter table moderation.subject
  -- How the thing stands for readers: shown, held until somebody reads it, hidden, deleted.
  add column standing text not null default 'shown' check (standing in ('shown', 'held', 'hidden', 'deleted')),
  -- Why it was held; stays once it is decided.
  add column held_for text,
  add column decided_at timestamptz,
  drop constraint subject_state_check,
  add constraint subject_state_check check (state in ('open', 'appealed', 'decided'));
update moderation.subject set decided_at = (select max(at) from moderation.decision where subject_id = subject.id);

create table moderation.appeal (
  id uuid primary key,
  subject_id uuid not null references moderation.subject,
  -- A decision is appealed once.
  decision_id uuid not null unique references moderation.decision,
  person_id uuid references identity.person,
  words text not null,
  at timestamptz not null
);
create index appeal_subject on moderation.appeal (subject_id);
create index appeal_person on moderation.appeal (person_id);

alter table moderation.decision
  drop constraint decision_decision_check,
  -- One of the reasons for which people report.
  add column ground text,
  -- The appeal that this decision answers: it is the last word.
  add column appeal_id uuid unique references moderation.appeal;
update moderation.decision set decision = 'keep' where decision = 'dismiss';
alter table moderation.decision
  add constraint decision_decision_check check (decision in ('keep', 'release', 'ask', 'hide', 'delete'));

-- Whoever decided does not judge the appeal, whatever the application does.
create function moderation.check_judge() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from moderation.appeal join moderation.decision as first on first.id = appeal.decision_id
    where appeal.id = new.appeal_id and first.person_id = new.person_id) then
    raise exception 'an appeal is judged by somebody else' using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke execute on function moderation.check_judge() from public;
create trigger check_judge before insert on moderation.decision for each row when (new.appeal_id is not null)
  execute function moderation.check_judge();

-- Moderators work in the portal. Others read there what they wrote themselves, and what was decided of what they published.
create function moderation.is_moderator() returns boolean language sql stable as $$
  select exists (select from identity.grant where person_id = current_setting('app.person')::uuid and scope = 'platform' and role = 'moderator')
$$;
alter table moderation.report enable row level security;
alter table moderation.report force row level security;
alter table moderation.decision enable row level security;
alter table moderation.decision force row level security;
alter table moderation.appeal enable row level security;
alter table moderation.appeal force row level security;
create policy own on moderation.report to sillage_portal using (person_id = (select current_setting('app.person')::uuid));
create policy moderated on moderation.report for select to sillage_portal using ((select moderation.is_moderator()));
create policy concerned on moderation.decision for select to sillage_portal using ((select moderation.is_moderator()) or exists (
  select from moderation.subject where subject.id = subject_id and subject.author_id = (select current_setting('app.person')::uuid)));
create policy decided on moderation.decision for insert to sillage_portal
  with check ((select moderation.is_moderator()) and person_id = (select current_setting('app.person')::uuid));
create policy own on moderation.appeal to sillage_portal using (person_id = (select current_setting('app.person')::uuid));
create policy moderated on moderation.appeal for select to sillage_portal using ((select moderation.is_moderator()));
create policy whole on moderation.report to sillage_owner, sillage_worker, sillage_back_office using (true);
create policy whole on moderation.decision to sillage_owner, sillage_worker, sillage_back_office using (true);
create policy whole on moderation.appeal to sillage_owner, sillage_worker, sillage_back_office using (true);

create trigger audit after insert on moderation.appeal for each row execute function audit.capture('-words');
create trigger audit_again after update of at on moderation.report for each row execute function audit.capture('-words');

grant update (standing, held_for, decided_at) on moderation.subject to sillage_portal;
grant update (standing, decided_at) on moderation.subject to sillage_back_office;
grant select, update (reason, words, at) on moderation.report to sillage_portal;
grant select, insert on moderation.decision, moderation.appeal to sillage_portal;
grant select on moderation.appeal to sillage_back_office;
grant select on moderation.report, moderation.appeal to sillage_worker;
