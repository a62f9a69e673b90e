-- What a person may do with what is held on them: take it away, see who looked at it, have it erased.

-- What every module says of a person's rows (`privacy` in its module.ts), as SQL of which $1 is the person. Written by the owner at each
-- start, so that the functions below read and erase what was declared, and nothing else.
create table privacy.statement (
  kind text not null check (kind in ('export', 'erase', 'hold')),
  position integer not null,
  table_name text not null,
  text text not null,
  primary key (kind, position)
);

create table privacy.archive (
  id uuid primary key,
  person_id uuid not null references identity.person,
  state text not null default 'asked' check (state in ('asked', 'ready', 'failed', 'ended')),
  asked_at timestamptz not null,
  ready_at timestamptz,
  ends_at timestamptz,
  -- Of the archive, in bytes.
  size bigint,
  -- The key that encrypts its bytes where they are kept, with what checks them. Without it they are worth nothing.
  secret secrets.sealed,
  check (state <> 'ready' or (ready_at is not null and ends_at is not null and size is not null and secret is not null))
);
-- One at a time.
create unique index archive_asked on privacy.archive (person_id) where state = 'asked';
create index archive_person on privacy.archive (person_id);
create index archive_state on privacy.archive (state, asked_at) where state in ('asked', 'ready');

create table privacy.deletion (
  id uuid primary key,
  -- None once it is done: that somebody was erased is remembered, not who.
  person_id uuid references identity.person,
  reason text not null check (reason in ('asked', 'inactive')),
  state text not null default 'waiting' check (state in ('waiting', 'cancelled', 'done')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  reminded_at timestamptz,
  ended_at timestamptz,
  -- Nobody goes without a day to change their mind, whatever the settings say.
  check (due_at >= asked_at + interval '1 day'),
  check ((state = 'waiting') = (ended_at is null))
);
create unique index deletion_waiting on privacy.deletion (person_id) where state = 'waiting';
create index deletion_person on privacy.deletion (person_id);
create index deletion_due on privacy.deletion (due_at) where state = 'waiting';

-- The delay is counted from now, whoever writes the row.
create function privacy.count_from_now() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.asked_at := now();
  return new;
end $$;
create trigger count_from_now before insert on privacy.deletion for each row execute function privacy.count_from_now();

-- How far the mails went to somebody who does not come any more.
create table privacy.warning (
  person_id uuid primary key references identity.person,
  -- Their last visit when the first mail left: another one begins it all again.
  last_visit timestamptz not null,
  step integer not null check (step between 1 and 3),
  at timestamptz not null
);

create trigger audit after insert or update or delete on privacy.archive for each row execute function audit.capture('-secret');
create trigger audit after insert or update or delete on privacy.deletion for each row execute function audit.capture();

-- What is asked is the person's own affair; the worker does it.
alter table privacy.archive enable row level security;
alter table privacy.archive force row level security;
alter table privacy.deletion enable row level security;
alter table privacy.deletion force row level security;
create policy own on privacy.archive to sillage_portal using (person_id = current_setting('app.person')::uuid);
create policy own on privacy.deletion to sillage_portal using (person_id = current_setting('app.person')::uuid);
create policy every on privacy.archive to sillage_owner, sillage_worker using (true);
create policy every on privacy.deletion to sillage_owner, sillage_worker, sillage_back_office using (true);

grant usage on schema privacy to sillage_portal, sillage_worker, sillage_back_office;
grant select, insert on privacy.archive, privacy.deletion to sillage_portal;
grant update (state) on privacy.archive to sillage_portal;
grant update (state, ended_at) on privacy.deletion to sillage_portal;
grant select, insert, update on privacy.archive, privacy.deletion, privacy.warning to sillage_worker;
grant delete on privacy.warning to sillage_worker;
grant select on privacy.deletion to sillage_back_office;

-- All that is held on the person who asked for this archive. A role that reads little may read this much, for that person, while it is asked.
create function privacy.rows_of(archive uuid) returns table (table_name text, content jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
  one record;
begin
  select person_id into who from privacy.archive where id = rows_of.archive and state = 'asked';
  if who is null then
    raise exception 'No archive is asked for under this identifier' using errcode = 'no_data_found';
  end if;
  for one in select * from privacy.statement where kind = 'export' order by position loop
    return query execute format('select %L::text, to_jsonb(found) from (%s) as found', one.table_name, one.text) using who;
  end loop;
end $$;

-- Erases the person of a deletion, once its delay is over and not before: the role that runs it may erase nobody else.
create function privacy.erase(deletion uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
  one record;
begin
  select person_id into who from privacy.deletion where id = erase.deletion and state = 'waiting' and due_at <= now() for update;
  if who is null then
    raise exception 'No deletion is due under this identifier' using errcode = 'no_data_found';
  end if;
  -- First, while it still says whose it is.
  update privacy.deletion set state = 'done', ended_at = now() where id = erase.deletion;
  for one in select * from privacy.statement where kind = 'erase' order by position loop
    execute one.text using who;
  end loop;
end $$;

-- Tables in which the person has something that nobody's absence may take away.
create function privacy.held_by(person uuid) returns setof text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  one record;
  found_one boolean;
begin
  for one in select * from privacy.statement where kind = 'hold' order by position loop
    execute one.text into found_one using held_by.person;
    if found_one then
      return next one.table_name;
    end if;
  end loop;
end $$;

revoke execute on function privacy.rows_of, privacy.erase, privacy.held_by from public;
grant execute on function privacy.rows_of, privacy.erase, privacy.held_by to sillage_worker;

-- Which tables an archive has, for the job that makes it.
create view privacy.declared_tables as select table_name, position from privacy.statement where kind = 'export';
grant select on privacy.declared_tables to sillage_portal, sillage_worker;
