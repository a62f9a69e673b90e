-- What administrators order is carried out by the same means as what people ask: functions that do what the modules declared, to the person
-- of an order and to nobody else. The worker's role, which runs them, may change no table by itself.
alter table privacy.statement drop constraint statement_kind_check,
  add constraint statement_kind_check check (kind in ('export', 'erase', 'hold', 'count', 'merge')),
  -- Of what is counted: what becomes of the rows of a person who is absorbed by another.
  add becomes text check (becomes in ('repoint', 'drop', 'keep'));

create function privacy.erase_everywhere(who uuid) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  one record;
begin
  for one in select * from privacy.statement where kind = 'erase' order by position loop
    execute one.text using who;
  end loop;
end $$;

create or replace function privacy.erase(deletion uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
begin
  select person_id into who from privacy.deletion where id = erase.deletion and state = 'waiting' and due_at <= now() for update;
  if who is null then
    raise exception 'No deletion is due under this identifier' using errcode = 'no_data_found';
  end if;
  -- First, while it still says whose it is.
  update privacy.deletion set state = 'done', ended_at = now() where id = erase.deletion;
  perform privacy.erase_everywhere(who);
end $$;

-- Erases the person of an order, once.
create function privacy.erase_ordered(erasure uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid := identity.take_erasure(erase_ordered.erasure);
begin
  if who is null then
    raise exception 'No erasure is ordered under this identifier' using errcode = 'no_data_found';
  end if;
  -- A request of their own that still waits has nothing left to wait for.
  update privacy.deletion set state = 'done', ended_at = now() where person_id = who and state = 'waiting';
  perform privacy.erase_everywhere(who);
end $$;

create function privacy.merge_everywhere(kept uuid, absorbed uuid) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  one record;
begin
  perform identity.begin_absorption(absorbed);
  for one in select * from privacy.statement where kind = 'merge' order by position loop
    execute one.text using absorbed, kept;
  end loop;
  perform identity.end_absorption(kept, absorbed);
end $$;

-- Makes two people one, as an administrator has confirmed, once. Whether there was anything to do.
create function privacy.merge(merge uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  people record;
begin
  select * into people from identity.take_merge(merge.merge, true);
  if not found then
    return false;
  end if;
  perform privacy.merge_everywhere(people.kept, people.absorbed);
  perform identity.note_merged(merge.merge);
  return true;
end $$;

-- Notes what a merge would do, table by table, by doing it and undoing it: how many rows each person has, what becomes of those of the
-- absorbed one, how many would be the same twice. Counts only.
create function privacy.rehearse_merge(merge uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  people record;
  one record;
  has bigint;
  brings bigint;
  together bigint;
  lines jsonb := '[]';
begin
  select * into people from identity.take_merge(rehearse_merge.merge, false);
  if not found then
    return null;
  end if;
  for one in select * from privacy.statement where kind = 'count' order by position loop
    execute one.text into has using people.kept;
    execute one.text into brings using people.absorbed;
    if brings > 0 then
      lines := lines || jsonb_build_object('table', one.table_name, 'kept', has, 'absorbed', brings, 'becomes', one.becomes, 'twins', 0);
    end if;
  end loop;
  begin
    perform privacy.merge_everywhere(people.kept, people.absorbed);
    for place in 0 .. jsonb_array_length(lines) - 1 loop
      if lines -> place ->> 'becomes' = 'repoint' then
        select * into one from privacy.statement where kind = 'count' and table_name = lines -> place ->> 'table';
        execute one.text into together using people.kept;
        lines := jsonb_set(lines, array[place::text, 'twins'],
          to_jsonb(greatest(0, (lines -> place ->> 'kept')::bigint + (lines -> place ->> 'absorbed')::bigint - together)));
      end if;
    end loop;
    raise exception 'undone' using errcode = 'SILLR';
  exception when sqlstate 'SILLR' then
    null;
  end;
  perform identity.note_preview(rehearse_merge.merge, lines);
  return jsonb_array_length(lines);
end $$;

revoke execute on function privacy.erase_everywhere, privacy.merge_everywhere, privacy.erase_ordered, privacy.merge, privacy.rehearse_merge
  from public;
grant execute on function privacy.erase_ordered, privacy.merge, privacy.rehearse_merge to sillage_worker;
