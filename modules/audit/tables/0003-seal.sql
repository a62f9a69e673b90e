-- The chain that seals the trace: each batch of committed entries and differences is hashed with the hash of the batch before. To change,
-- add or take away a line afterwards, one has to rewrite every seal that follows, and an anchor kept elsewhere then tells.

create table audit.seal (
  sequence bigint primary key,
  at timestamptz not null,
  -- What it covers, in the order of their transactions: none is between two seals that follow each other.
  entries uuid[] not null,
  changes bigint[] not null,
  -- For each of them, entries first, 32 bytes of the hash of what stays and 32 of that of its payload (SHA-256).
  leaves bytea not null,
  -- Of the hashes of what stays: goes when the lines themselves go, so that a hash alone says nothing.
  salt uuid,
  -- Where the next one begins.
  entry_xid bigint not null,
  entry_id uuid not null,
  change_xid bigint not null,
  change_id bigint not null,
  previous bytea not null check (length(previous) = 32),
  hash bytea not null check (length(hash) = 32),
  -- Its lines reached the end of their retention, as those of every seal before it.
  forgotten_at timestamptz
);

grant select, insert on audit.seal to sillage_worker;
grant select on audit.seal to sillage_back_office;

-- Even the owner changes nothing by mistake: only the two functions below, which leave a line themselves.
create function audit.refuse() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('audit.purge', true) is distinct from 'on' then
    raise exception 'The trace is only added to: % of %.% is refused', lower(tg_op), tg_table_schema, tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger append_only before update or delete or truncate on audit.entry for each statement execute function audit.refuse();
create trigger append_only before update or delete or truncate on audit.change for each statement execute function audit.refuse();
create trigger append_only before update or delete or truncate on audit.seal for each statement execute function audit.refuse();

-- Empties the payloads (identifiers given, network address, rows before and after) of what is older than `before`, or of what was done
-- by, for or to a person. The chain still verifies: its hash of a payload stays, and the salt goes. Leaves an entry under the key given,
-- by which the verification knows that they were emptied rightly. Answers how many lines it emptied.
create function audit.purge(key uuid, before timestamptz, person uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  emptied bigint;
  more bigint;
begin
  if (before is null) = (person is null) then
    raise exception 'Either a date or a person is to be given';
  end if;
  perform set_config('audit.purge', 'on', true);
  insert into audit.entry (id, at, operation, outcome, about, request, parameters, salt) values (key, clock_timestamp(), 'audit.purge', 'done',
    person, 'worker', case when before is not null then jsonb_build_object('before', before at time zone 'UTC') end, gen_random_uuid());
  if person is null then
    update audit.change set before = null, after = null, salt = null where change.salt is not null and change.at < purge.before;
    get diagnostics emptied = row_count;
    update audit.entry set parameters = null, address = null, salt = null
      where entry.salt is not null and entry.at < purge.before and entry.id <> key;
  else
    update audit.change set before = null, after = null, salt = null where change.salt is not null and change.entry_id in (
      select entry.id from audit.entry
      where entry.person_id = person or entry.acting_for = person or entry.target = person or entry.about = person);
    get diagnostics emptied = row_count;
    update audit.entry set parameters = null, address = null, salt = null where entry.salt is not null and entry.id <> key
      and (entry.person_id = person or entry.acting_for = person or entry.target = person or entry.about = person);
  end if;
  get diagnostics more = row_count;
  perform set_config('audit.purge', 'off', true);
  return emptied + more;
end $$;

-- Deletes the lines of the seals made before a date, oldest first: the seals stay, without the salt of their hashes.
create function audit.forget(key uuid, before timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  forgotten bigint := 0;
  gone bigint;
  sealed record;
begin
  perform set_config('audit.purge', 'on', true);
  for sealed in select seal.sequence, seal.entries, seal.changes from audit.seal
      where seal.forgotten_at is null and seal.at < forget.before order by seal.sequence loop
    delete from audit.change where change.id = any(sealed.changes);
    get diagnostics gone = row_count;
    forgotten := forgotten + gone;
    delete from audit.entry where entry.id = any(sealed.entries);
    get diagnostics gone = row_count;
    forgotten := forgotten + gone;
    update audit.seal set salt = null, forgotten_at = clock_timestamp() where seal.sequence = sealed.sequence;
  end loop;
  if forgotten > 0 then
    insert into audit.entry (id, at, operation, outcome, request, parameters, salt) values (key, clock_timestamp(), 'audit.forget', 'done',
      'worker', jsonb_build_object('before', forget.before at time zone 'UTC'), gen_random_uuid());
  end if;
  perform set_config('audit.purge', 'off', true);
  return forgotten;
end $$;
revoke execute on function audit.purge, audit.forget from public;
grant execute on function audit.purge, audit.forget to sillage_worker;
