-- As in 0005-orders.sql, but that above 4,000 results the values of facets are counted among 2,000 of them: pages then show their order alone,
-- without a number, and to count 4,000 was a quarter of the longest searches.
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
      from (
        select unnest(facets) as number
        from (select facets from document limit (select case when many > 4000 then 2000 else 4000 end from total)) sample) one
      group by number),
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
