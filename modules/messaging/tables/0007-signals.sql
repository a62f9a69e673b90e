-- What makes the sending of somebody look like spam, and what waits until a moderator has decided of it.

create table messaging.suspicion (
  id uuid primary key,
  person_id uuid not null references identity.person,
  signal text not null check (signal in ('same-text', 'links', 'unanswered', 'unwanted', 'elsewhere')),
  at timestamptz not null,
  outcome text check (outcome in ('released', 'refused')),
  decided_at timestamptz,
  check ((outcome is null) = (decided_at is null))
);
create unique index suspicion_open on messaging.suspicion (person_id) where outcome is null;
create index suspicion_person on messaging.suspicion (person_id, decided_at);

alter table messaging.held_message add column suspicion_id uuid references messaging.suspicion on delete set null;
create index held_message_suspicion on messaging.held_message (suspicion_id) where suspicion_id is not null;
create index message_author_at on messaging.message (author_id, at) where author_id is not null;

-- That something of somebody's was reported, without what nor by whom.
create table messaging.complaint (
  subject_id uuid primary key,
  person_id uuid not null references identity.person,
  at timestamptz not null
);
create index complaint_person on messaging.complaint (person_id, at);

alter table messaging.suspicion enable row level security;
alter table messaging.suspicion force row level security;
alter table messaging.complaint enable row level security;
alter table messaging.complaint force row level security;
create policy every on messaging.suspicion to sillage_owner, sillage_worker using (true);
create policy every on messaging.complaint to sillage_owner, sillage_worker using (true);
create policy own on messaging.suspicion to sillage_portal using (person_id = (select current_setting('app.person')::uuid));

-- Of the person who acts, counts alone: who blocked them is nobody's to read.
create function messaging.counts(said text) returns table (same_text integer, links integer, unanswered integer, unwanted integer,
  elsewhere integer, open uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with me as (select current_setting('app.person')::uuid as id),
    mine as (select conversation_id, body, at from messaging.message, me where author_id = me.id and at > now() - interval '24 hours'),
    -- What waits counts for each to whom it would go.
    waiting as (select greatest(1, (select count(*) from messaging.held_recipient where held_id = held_message.id)) as times, body
      from messaging.held_message, me where person_id = me.id and state = 'waiting' and at > now() - interval '1 hour')
  select
    ((select count(distinct conversation_id) from mine where body = said and at > now() - interval '1 hour')
      + coalesce((select sum(times) from waiting where body = said), 0))::integer,
    (select count(*) from mine where body ~* 'https?://|www[.]')::integer,
    (select count(*) from messaging.conversation, me where created_by = me.id and kind = 'pair' and created_at > now() - interval '7 days'
      and last_seq > 0 and not exists (select from messaging.message where conversation_id = conversation.id and
        author_id is distinct from me.id))::integer,
    ((select count(*) from messaging.block, me where blocked_person_id = me.id and at > now() - interval '7 days')
      + (select count(*) from messaging.complaint, me where person_id = me.id and at > now() - interval '7 days'))::integer,
    (select count(*) from messaging.received_mail, me
      where person_id = me.id and is_from_elsewhere and at > now() - interval '24 hours')::integer,
    -- What waits for a moderator already.
    (select suspicion.id from messaging.suspicion, me where person_id = me.id and outcome is null)
$$;
revoke execute on function messaging.counts(text) from public;
grant execute on function messaging.counts(text) to sillage_portal;

-- That it was held and what was decided.
create trigger audit after insert or update on messaging.suspicion for each row execute function audit.capture();

grant select, insert on messaging.suspicion to sillage_portal;
grant update (suspicion_id) on messaging.held_message to sillage_portal, sillage_worker;
grant select, update (outcome, decided_at), delete on messaging.suspicion to sillage_worker;
grant select, insert, delete on messaging.complaint to sillage_worker;
