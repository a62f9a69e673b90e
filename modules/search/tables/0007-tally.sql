-- How many documents open to all have each value of each facet, kept as they are written: the list that has neither words nor filters is
-- what most people open first, and counting it again for each of them was nearly all of its cost. A writer only adds a line, so that
-- none waits for another; a job adds the lines up (jobs.ts), and readers count both.
create table search.tally (
  kind text not null,
  number integer not null,
  many integer not null,
  primary key (kind, number)
) with (fillfactor = 80);
create table search.tally_change (
  kind text not null,
  numbers integer[] not null,
  many integer not null
);
insert into search.tally (kind, number, many)
select kind, one, count(*) from search.document, unnest(facets) one where 'public' = any(principals) group by kind, one;

create function search.note_tally() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  was boolean := tg_op <> 'INSERT' and 'public' = any(old.principals);
  is_now boolean := tg_op <> 'DELETE' and 'public' = any(new.principals);
begin
  if was and is_now and old.facets = new.facets then return null; end if;
  if was then insert into search.tally_change values (old.kind, old.facets, -1); end if;
  if is_now then insert into search.tally_change values (new.kind, new.facets, 1); end if;
  return null;
end $$;
create trigger tally after insert or delete or update of principals, facets on search.document
for each row execute function search.note_tally();

-- Adds the lines up. Gives how many there were.
create function search.fold_tally() returns integer
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  with gone as (delete from search.tally_change returning kind, numbers, many),
    added as (
      insert into search.tally as tally (kind, number, many)
      select kind, number, sum(many) from gone, unnest(numbers) number group by kind, number
      on conflict (kind, number) do update set many = tally.many + excluded.many)
  select count(*)::integer from gone;
end;

-- What `search.find` answers without words nor filters, all of it counted: what is open to all by the tally, what is only the actor's by
-- itself.
create function search.list(
  principals text[], kinds text[], sort text, first integer, size integer, out total integer, out ids jsonb, out facets jsonb
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
#variable_conflict use_column
declare
  open_too boolean := 'public' = any(principals);
  own text[] := array_remove(principals, 'public');
  condition text := search.condition(principals, kinds, '{}', false);
  everything bigint;
begin
  with counted as (
      select number, many from search.tally where open_too and kind = any(kinds)
      union all
      select one, many from search.tally_change, unnest(numbers) one where open_too and kind = any(kinds)
      union all
      select one, 1 from search.document, unnest(document.facets) one
      where document.principals && own and (not open_too or not document.principals @> '{public}') and document.kind = any(kinds)),
    summed as (select token, sum(many)::integer as many from search.facet join counted using (number) group by token),
    placed as (select token, many, row_number() over (partition by split_part(token, '=', 1) order by many desc, token) as place
      from summed where many > 0)
  select coalesce(sum(many) filter (where token like 'kind=%'), 0),
    jsonb_agg(jsonb_build_array(token, many)) filter (where place <= 100 and token not like 'kind=%')
  from placed into total, facets;
  select sum(many) from search.tally join search.facet using (number) where token like 'kind=%' into everything;
  -- Along the index of the order, or, of a kind that is rare among the others, all of them first.
  if (first + size)::bigint * everything < total::bigint * total then
    ids := search.walk(condition, sort, first, size);
  else
    execute format('select jsonb_agg(jsonb_build_array(kind, id)) from (
      select kind, id from search.document where %s order by %s offset %s limit %s) page', condition, search.ordering(sort), first, size)
    into ids;
  end if;
end $$;

alter table search.tally owner to sillage_search;
alter table search.tally_change owner to sillage_search;
alter function search.note_tally owner to sillage_search;
alter function search.fold_tally owner to sillage_search;
alter function search.list owner to sillage_search;
revoke execute on function search.note_tally, search.fold_tally, search.list from public;
grant execute on function search.list to sillage_portal, sillage_back_office, sillage_worker;
grant execute on function search.fold_tally to sillage_worker;
