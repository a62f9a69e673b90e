-- The trace: who did, tried or read what. Entries are only ever added. What may have to go one day (identifiers given, network
-- address, rows before and after) lies apart from the entry, so that it can be purged without touching what will be sealed.

create table audit.entry (
  -- The kernel's, set as app.entry for the time of the command.
  id uuid primary key,
  at timestamptz not null,
  person_id uuid,
  acting_for uuid,
  operation text not null,
  outcome text not null check (outcome in ('done', 'refused', 'read')),
  code text,
  -- What the route's last identifier named.
  target uuid,
  -- Groups what one request did.
  request text not null
);
create index entry_at on audit.entry (at);
create index entry_person on audit.entry (person_id, at) where person_id is not null;
create index entry_target on audit.entry (target, at) where target is not null;

-- No foreign key here nor below: the entry comes last in its transaction, and the payload is purged alone.
create table audit.parameters (
  entry_id uuid primary key,
  -- Identifiers of the input by field, never its texts.
  parameters jsonb not null,
  address inet
);

create table audit.change (
  -- Made here and not by the application: a trigger writes it.
  id bigint generated always as identity primary key,
  -- None when the row changed outside of a command: a migration, the seed. A reaction's names no entry.
  entry_id uuid,
  table_name text not null,
  row_id text,
  action text not null check (action in ('insert', 'update', 'delete')),
  -- Of an update, only the columns that changed.
  before jsonb,
  after jsonb,
  at timestamptz not null
);
create index change_entry on audit.change (entry_id) where entry_id is not null;
create index change_row on audit.change (table_name, row_id);

-- Keeps the difference of a row. A table without `id` names its key: `execute function audit.capture('base_id', 'person_id')`. A column
-- that holds what a person wrote of themselves, or a secret, is named with a minus, `audit.capture('-email')`: the trace says that it
-- changed, not what it held, so that erasing the person leaves nothing here.
create function audit.capture() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  whole jsonb := coalesce(new_row, old_row);
  key text := whole ->> 'id';
  argument text;
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(was.key, was.value), jsonb_object_agg(was.key, new_row -> was.key) into old_row, new_row
      from jsonb_each(old_row) as was where was.value is distinct from new_row -> was.key;
    if old_row is null then
      return null;
    end if;
  end if;
  for i in 0 .. tg_nargs - 1 loop
    argument := tg_argv[i];
    if argument like '-%' then
      argument := substr(argument, 2);
      old_row := case when old_row ->> argument is null then old_row else old_row || jsonb_build_object(argument, '…') end;
      new_row := case when new_row ->> argument is null then new_row else new_row || jsonb_build_object(argument, '…') end;
    else
      key := concat_ws('/', key, whole ->> argument);
    end if;
  end loop;
  insert into audit.change (entry_id, table_name, row_id, action, before, after, at) values (
    nullif(current_setting('app.entry', true), '')::uuid, tg_table_schema || '.' || tg_table_name, key, lower(tg_op), old_row, new_row,
    clock_timestamp());
  return null;
end $$;
revoke execute on function audit.capture() from public;

-- Nobody updates nor deletes; `change` is written by the trigger alone, with its owner's rights.
grant usage on schema audit to sillage_portal, sillage_worker, sillage_back_office;
grant insert on audit.entry, audit.parameters to sillage_portal, sillage_worker, sillage_back_office;
grant select on audit.entry, audit.parameters, audit.change to sillage_back_office;
