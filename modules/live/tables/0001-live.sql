-- What a person's open pages are told: one stream a person, of identifiers and versions, never of content. The functions that go beyond one
-- person (to write on the streams of others, to read what is new for all who are connected) belong to a role that nobody logs in as.
grant usage, create on schema live to sillage_live;
grant usage on schema live to sillage_portal, sillage_worker, sillage_back_office;

-- The number of the person's last entry. Its row stays locked until the commit of who drew it: numbers have no gap, and are in the order of
-- commits.
create table live.stream (
  person_id uuid primary key references identity.person,
  last_seq bigint not null
) with (fillfactor = 70);

create table live.entry (
  person_id uuid not null,
  seq bigint not null,
  -- The message: the same for all those to whom it goes, and for each time that it is sent.
  id uuid not null,
  at timestamptz not null,
  -- The module and what happened, as `notifications.notified`.
  topic text not null,
  operation text not null check (operation in ('CREATE', 'UPDATE', 'DELETE')),
  type text not null check (type in ('REALTIME', 'SYSTEM', 'NOTIFICATION')),
  priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'CRITICAL')),
  subject_kind text,
  subject_id text,
  version integer,
  -- The person's page must say that it has it.
  asks boolean not null,
  expires_at timestamptz,
  -- The transaction that wrote it: what a snapshot did not see yet is what is new since (PostgreSQL, pg_visible_in_snapshot).
  xid xid8 not null default pg_current_xact_id(),
  primary key (person_id, seq)
);
create index entry_xid on live.entry (xid);
create index entry_at on live.entry using brin (at);
create index entry_asks on live.entry (at) where asks;

-- How far each device of a person has read: all that came before is acknowledged.
create table live.acknowledgement (
  person_id uuid not null references identity.person,
  device_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  primary key (person_id, device_id)
);
create index acknowledgement_at on live.acknowledgement (at);

-- People who agreed that others, who agreed too, see that they are there.
create table live.agreement (
  person_id uuid primary key references identity.person,
  agreed_at timestamptz not null
);

-- People whose pages a process holds open; it says so again before it expires.
create table live.presence (
  person_id uuid not null references identity.person,
  hub_id uuid not null,
  expires_at timestamptz not null,
  primary key (person_id, hub_id)
);

-- One message on the streams of these people. Their rows are locked in the order of their keys: two of them never wait for each other.
create function live.signal(people uuid[], id uuid, at timestamptz, topic text, operation text, type text, priority text,
  subject_kind text, subject_id text, version integer, asks boolean, expires_at timestamptz)
returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  with numbered as (
    insert into live.stream as stream (person_id, last_seq)
    select distinct person, 1 from unnest(people) as person order by person
    on conflict (person_id) do update set last_seq = stream.last_seq + 1 returning person_id, last_seq)
  insert into live.entry (person_id, seq, id, at, topic, operation, type, priority, subject_kind, subject_id, version, asks, expires_at)
  select numbered.person_id, numbered.last_seq, signal.id, signal.at, signal.topic, signal.operation, signal.type, signal.priority,
    signal.subject_kind, signal.subject_id, signal.version, signal.asks, signal.expires_at from numbered
$$;

-- What was committed since a snapshot, and the snapshot of now: nothing is skipped, however late it commits, and nothing comes twice. A
-- message and all its people are one value.
create function live.news(since pg_snapshot) returns table (snapshot text, messages json)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select pg_current_snapshot()::text, (select json_agg(message order by message.at, message.id) from (
    select id, at, topic, operation, type, priority, subject_kind, subject_id, version, asks, expires_at,
      json_agg(person_id) as people, json_agg(seq) as seqs
    from live.entry where xid >= pg_snapshot_xmin(since) and not pg_visible_in_snapshot(xid, since)
    group by id, at, topic, operation, type, priority, subject_kind, subject_id, version, asks, expires_at) as message)
$$;

-- Which of these people have more than what was sent to them.
create function live.behind(people uuid[], seqs bigint[]) returns table (person_id uuid, last_seq bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select stream.person_id, stream.last_seq from unnest(people, seqs) as sent (person_id, seq)
  join live.stream on stream.person_id = sent.person_id where stream.last_seq > sent.seq
$$;

create function live.acknowledge(people uuid[], devices uuid[], seqs bigint[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into live.acknowledgement as known (person_id, device_id, seq, at)
  select person_id, device_id, max(seq), now() from unnest(people, devices, seqs) as told (person_id, device_id, seq)
  group by person_id, device_id order by person_id, device_id
  on conflict (person_id, device_id) do update set seq = greatest(known.seq, excluded.seq), at = now()
$$;

-- The people that a process holds, of whom only those who agreed leave a trace.
create function live.attend(hub uuid, people uuid[], seconds integer) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from live.presence where hub_id = hub and person_id <> all (people))
  insert into live.presence (person_id, hub_id, expires_at)
  select person_id, hub, now() + make_interval(secs => seconds) from live.agreement
  where person_id = any (people) order by person_id
  on conflict (person_id, hub_id) do update set expires_at = excluded.expires_at
$$;

-- Who of these people is there, to somebody who lets others see the same.
create function live.present(viewer uuid, people uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct presence.person_id from live.presence join live.agreement on agreement.person_id = presence.person_id
  where presence.person_id = any (people) and presence.expires_at > now()
    and exists (select from live.agreement where person_id = viewer)
$$;

do $$
declare one text;
begin
  foreach one in array array['stream', 'entry', 'acknowledgement', 'agreement', 'presence'] loop
    execute format('alter table live.%I enable row level security', one);
    execute format('alter table live.%I force row level security', one);
    execute format('create policy every on live.%I to sillage_owner, sillage_worker, sillage_live using (true)', one);
    execute format('create policy own on live.%I to sillage_portal using (person_id = (select current_setting(''app.person'')::uuid))', one);
  end loop;
end $$;
-- What was asked to be acknowledged and was not is shown to administrators as numbers.
create policy counted on live.entry for select to sillage_back_office using (asks);
create policy counted on live.acknowledgement for select to sillage_back_office using (true);

create trigger audit after insert or delete on live.agreement for each row execute function audit.capture('person_id');

grant select, insert, update on live.stream, live.acknowledgement to sillage_live;
grant select, insert on live.entry to sillage_live;
grant select on live.agreement to sillage_live;
grant select, insert, update, delete on live.presence to sillage_live;
grant select on live.stream, live.entry to sillage_portal;
grant select, insert, delete on live.agreement to sillage_portal;
grant select, delete on live.entry, live.acknowledgement, live.presence to sillage_worker;
grant select (person_id, seq, id, at, topic, priority, asks, expires_at) on live.entry to sillage_back_office;
grant select (person_id, seq, at) on live.acknowledgement to sillage_back_office;

alter function live.signal owner to sillage_live;
alter function live.news owner to sillage_live;
alter function live.behind owner to sillage_live;
alter function live.acknowledge owner to sillage_live;
alter function live.attend owner to sillage_live;
alter function live.present owner to sillage_live;
revoke create on schema live from sillage_live;
revoke execute on all functions in schema live from public;
grant execute on all functions in schema live to sillage_portal;
grant execute on function live.signal to sillage_worker, sillage_back_office;
