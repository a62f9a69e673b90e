-- Who may find is decided here: `principals` are the keys of the actor, which the process computed from the session that it checked.

-- All words: each element is a word, or alternatives between spaces. Words hold letters and digits only (words.ts).
create function search.query(words text[]) returns tsquery
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp
set client_min_messages = warning as $$
declare
  answer tsquery := to_tsquery('simple', '');
  either tsquery;
  word text;
  other text;
begin
  foreach word in array words loop
    either := to_tsquery('simple', '');
    foreach other in array string_to_array(word, ' ') loop either := either || plainto_tsquery('french', other); end loop;
    answer := answer && either;
  end loop;
  return answer;
end $$;

create function search.numbers(name text, found text[]) returns integer[]
language sql stable set search_path = pg_catalog, pg_temp
return array(select number from search.facet where token in (select name || '=' || one from unnest(found) one));

-- The condition that every read carries, its values written in so that the planner sees how rare each is. With words, their index comes
-- first, since checking words row by row is dear: `is true` keeps the planner from preferring the index of principals.
create function search.condition(principals text[], kinds text[], filters jsonb, worded boolean) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  answer text := case when worded
    then format('(document.principals && %L::text[]) is true and document.kind = any(%L::text[])', principals, kinds)
    else format('document.principals && %L::text[] and document.facets && %L::integer[]', principals, search.numbers('kind', kinds)) end;
  filter record;
begin
  for filter in select key, value from jsonb_each(filters) loop
    answer := answer || format(' and document.facets && %L::integer[]',
      search.numbers(filter.key, array(select jsonb_array_elements_text(filter.value))));
  end loop;
  return answer;
end $$;

create function search.ordering(sort text) returns text
language sql immutable set search_path = pg_catalog, pg_temp
return case sort
  when 'oldest' then 'document.published_at, document.number'
  when 'a-z' then 'document.title collate kernel.french, document.number'
  when 'z-a' then 'document.title collate kernel.french desc, document.number desc'
  when 'views' then 'views desc, number desc'
  when 'saves' then 'saves desc, number desc'
  else 'document.published_at desc, document.number desc' end;

-- A page of more than 10,000 results: along the index of the order, which meets enough of them soon.
create function search.walk(condition text, sort text, first integer, size integer) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp set jit = off
set enable_indexscan = on set enable_sort = off set enable_bitmapscan = off set enable_seqscan = off set enable_hashjoin = off
set enable_mergejoin = off as $$
declare answer jsonb;
begin
  execute format('select jsonb_agg(jsonb_build_array(kind, id)) from (
    select kind, id from search.document %s where %s order by %s offset %s limit %s) page',
    case when sort in ('views', 'saves') then 'join search.counter using (number)' else '' end, condition,
    case when sort in ('views', 'saves') then format('counter.%1$s desc, counter.number desc', sort) else search.ordering(sort) end,
    first, size) into answer;
  return answer;
end $$;

-- The same by relevance: the thousand newest that have the words in their title, ranked, then the others by date.
create function search.walk_ranked(condition text, query tsquery, first integer, size integer) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp set jit = off set enable_indexscan = on as $$
declare
  titled bigint[];
  answer jsonb;
begin
  execute format('select array(select number from search.document where %s and title_words @@ %L::tsquery
    order by published_at desc, number desc limit 1000)', condition, query) into titled;
  select coalesce(jsonb_agg(jsonb_build_array(kind, id)), '[]') from (
    select kind, id from search.document where number = any(titled)
    order by ts_rank('{0.1,0.1,0.4,1}', words, query, 1) desc, published_at desc, number desc offset first limit size) page into answer;
  if cardinality(titled) < first + size then
    answer := answer || coalesce(search.walk(format('%s and document.number <> all(%L::bigint[])', condition, titled), 'recent',
      greatest(0, first - cardinality(titled)), first + size - greatest(first, cardinality(titled))), '[]');
  end if;
  return answer;
end $$;

-- A page of what was gathered. By relevance, a thousand are ranked, those with the words in their title first among them, then the
-- newest; the others follow, likewise ordered.
create function search.page(query tsquery, sort text, first integer, size integer, reach integer) returns text
language sql stable set search_path = pg_catalog, pg_temp
return case when sort <> 'relevance' or numnode(query) = 0 then format(
  'select kind, id from document where (select many from total) <= %s order by %s offset %s limit %s',
  reach, search.ordering(sort), first, size)
else format('
  (select kind, id from (
      select kind, id, published_at, number, words from document where (select many from total) <= %6$s
      order by title_words @@ %1$L::tsquery desc, published_at desc, number desc limit 1000) candidate
    order by ts_rank(''{0.1,0.1,0.4,1}'', words, %1$L::tsquery, 1) desc, published_at desc, number desc offset %2$s limit %3$s)
  union all
  (select kind, id from document where (select many from total) between 1001 and %6$s
    order by title_words @@ %1$L::tsquery desc, published_at desc, number desc offset %4$s limit %5$s)',
  query, first, size, greatest(first, 1000), greatest(0, least(size, first + size - 1000)), reach) end;

-- A page of results, their number (some number above when there are more than 10,000) and how many have each value of each facet, among
-- 4,000 of them: counting them all would be half of the cost.
create function search.find(
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
      || case when ranked then 'title_words, words' else 'title, views, saves' end,
    condition || case when worded then '' else ' order by published_at desc, number desc' end,
    search.page(query, sort, first, size, reach), reach + 1)
  into total, ids, facets;
  if total > reach then
    ids := case when ranked then search.walk_ranked(condition, query, first, size)
      else search.walk(condition, sort, first, size) end;
  end if;
end $$;

-- Titles that hold the words typed, the last one begun: those that begin so first, then the most seen. Among a thousand at most.
create function search.suggest(principals text[], kinds text[], words text[], size integer)
returns table (kind text, id text, title text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off
set enable_seqscan = off set enable_indexscan = on as $$
declare
  begun text := words[cardinality(words)];
  wanted tsquery := search.query(trim_array(words, 1))
    && (search.query(array[begun]) || to_tsquery('simple', quote_literal(begun) || ':*'));
begin
  return query execute format('select kind, id, title from (
      select number, kind, id, title, title_text, views from search.document where %s and title_words @@ %L::tsquery limit 1000) document
    order by starts_with(title_text, %L) desc, views desc, title collate kernel.french, number limit %s',
    search.condition(principals, kinds, '{}', true), wanted, array_to_string(words, ' '), size);
end $$;

alter function search.query owner to sillage_search;
alter function search.numbers owner to sillage_search;
alter function search.condition owner to sillage_search;
alter function search.ordering owner to sillage_search;
alter function search.walk owner to sillage_search;
alter function search.walk_ranked owner to sillage_search;
alter function search.page owner to sillage_search;
alter function search.find owner to sillage_search;
alter function search.suggest owner to sillage_search;
revoke execute on function search.query, search.numbers, search.condition, search.ordering, search.walk, search.walk_ranked,
  search.page, search.find, search.suggest from public;
grant execute on function search.find, search.suggest to sillage_portal, sillage_back_office, sillage_worker;
