-- One more counter to sort by; filters that leave out (`!theme`) or stand beside one of the same facet (`+theme`), so that a list may
-- begin with some and go on with the others; totals by kind; what came since an instant.
alter table search.document add column recommendations integer not null default 0;
alter table search.counter add column recommendations integer not null default 0;
create index counter_recommendations on search.counter (recommendations, number);

-- Several documents of one kind at once; a counter left out (null) stays as it is, and a row that has its counts is not written.
create function search.count_all(kind text, ids text[], views integer[], saves integer[], recommendations integer[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  with wanted as (select * from unnest(count_all.ids, count_all.views, count_all.saves, count_all.recommendations)
      as one (id, views, saves, recommendations)),
    counted as (
      update search.document set views = coalesce(wanted.views, document.views), saves = coalesce(wanted.saves, document.saves),
        recommendations = coalesce(wanted.recommendations, document.recommendations)
      from wanted where document.kind = count_all.kind and document.id = wanted.id and (document.views, document.saves, document.recommendations)
        is distinct from (coalesce(wanted.views, document.views), coalesce(wanted.saves, document.saves),
          coalesce(wanted.recommendations, document.recommendations))
      returning document.number, document.views, document.saves, document.recommendations)
  update search.counter set views = counted.views, saves = counted.saves, recommendations = counted.recommendations
  from counted where counter.number = counted.number;
end;

create or replace function search.condition(principals text[], kinds text[], filters jsonb, worded boolean) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  answer text := case when worded
    then format('(document.principals && %L::text[]) is true and document.kind = any(%L::text[])', principals, kinds)
    else format('document.principals && %L::text[] and document.facets && %L::integer[]', principals, search.numbers('kind', kinds)) end;
  filter record;
begin
  for filter in select key, value from jsonb_each(filters) loop
    answer := answer || format(case when filter.key like '!%' then ' and not document.facets && %L::integer[]'
      else ' and document.facets && %L::integer[]' end,
      search.numbers(ltrim(filter.key, '!+'), array(select jsonb_array_elements_text(filter.value))));
  end loop;
  return answer;
end $$;

create or replace function search.ordering(sort text) returns text
language sql immutable set search_path = pg_catalog, pg_temp
return case sort
  when 'oldest' then 'document.published_at, document.number'
  when 'a-z' then 'document.title collate kernel.french, document.number'
  when 'z-a' then 'document.title collate kernel.french desc, document.number desc'
  when 'views' then 'views desc, number desc'
  when 'saves' then 'saves desc, number desc'
  when 'recommendations' then 'recommendations desc, number desc'
  else 'document.published_at desc, document.number desc' end;

create or replace function search.walk(condition text, sort text, first integer, size integer) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp set jit = off
set enable_indexscan = on set enable_sort = off set enable_bitmapscan = off set enable_seqscan = off set enable_hashjoin = off
set enable_mergejoin = off as $$
declare answer jsonb;
begin
  execute format('select jsonb_agg(jsonb_build_array(kind, id)) from (
    select kind, id from search.document %s where %s order by %s offset %s limit %s) page',
    case when sort in ('views', 'saves', 'recommendations') then 'join search.counter using (number)' else '' end, condition,
    case when sort in ('views', 'saves', 'recommendations') then format('counter.%1$s desc, counter.number desc', sort) else search.ordering(sort) end,
    first, size) into answer;
  return answer;
end $$;

create or replace function search.find(
  principals text[], kinds text[], words text[], filters jsonb, sort text, first integer, size integer,
  out total integer, out ids jsonb, out facets jsonb
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off
set enable_seqscan = on set enable_indexscan = on as $$
declare
  query tsquery := search.query(words);
  worded boolean := numnode(query) > 0;
  condition text := search.condition(principals, kinds, filters, worded);
  ranked boolean := worded and sort = 'relevance';
  -- A page far away in a selection is a long walk: there it is cheaper to gather more. (Ranked, the order would be another.)
  reach integer := case when first + size > 300 and not ranked and (worded or filters <> '{}') then 30000 else 10000 end;
begin
  if worded then
    condition := format('%s and document.words @@ %L::tsquery', condition, query);
    perform set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true);
  end if;
  execute format('with document as materialized (select %1$s from search.document where %2$s limit %4$s),
    total as (select count(*)::integer as many from document),
    counted as (
      select number, count(*)::integer as many
      from (select unnest(facets) as number from (select facets from document limit 4000) sample) one group by number),
    facet as (
      select token, sum(many)::integer as many,
        row_number() over (partition by split_part(token, ''='', 1) order by sum(many) desc, token) as place
      from search.facet join counted using (number) group by token),
    page as (%3$s)
    select many, (select jsonb_agg(jsonb_build_array(kind, id)) from page),
      (select jsonb_agg(jsonb_build_array(token, many)) from facet where place <= 100 and token not like ''kind=%%'') from total',
    'number, kind, id, facets, published_at, '
      || case when ranked then 'title_words, words' else 'title, views, saves, recommendations' end,
    condition || case when worded then '' else ' order by published_at desc, number desc' end,
    search.page(query, sort, first, size, reach), reach + 1)
  into total, ids, facets;
  if total > reach then
    ids := case when ranked then search.walk_ranked(condition, query, first, size)
      else search.walk(condition, sort, first, size) end;
  end if;
end $$;

-- How many documents of each kind the actor would find, 10,001 at most of each.
create function search.totals(principals text[], kinds text[], words text[]) returns table (kind text, total integer)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off set enable_seqscan = off as $$
declare
  query tsquery := search.query(words);
  one text;
begin
  foreach one in array kinds loop
    kind := one;
    execute format('select count(*)::integer from (select from search.document where %s %s limit 10001) found',
      search.condition(principals, array[one], '{}', numnode(query) > 0),
      case when numnode(query) > 0 then format('and document.words @@ %L::tsquery', query) else '' end) into total;
    return next;
  end loop;
end $$;

-- Documents that answer a question and were published after an instant, the newest first.
create function search.since(principals text[], kinds text[], words text[], filters jsonb, instant timestamptz, size integer)
returns table (kind text, id text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off set enable_seqscan = off as $$
declare wanted tsquery := search.query(words);
begin
  return query execute format('select kind, id from search.document where published_at > %L and %s %s order by published_at desc, number desc limit %s',
    instant, search.condition(principals, kinds, filters, true),
    case when numnode(wanted) > 0 then format('and document.words @@ %L::tsquery', wanted) else '' end, size);
end $$;

alter function search.count_all owner to sillage_search;
alter function search.totals owner to sillage_search;
alter function search.since owner to sillage_search;
revoke execute on function search.count_all, search.totals, search.since from public;
grant execute on function search.count_all, search.totals, search.since to sillage_portal, sillage_back_office, sillage_worker;
