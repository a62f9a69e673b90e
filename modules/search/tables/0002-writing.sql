-- Puts a document or replaces it. Words arrive folded: no accents, no capitals, no signs (words.ts). Nothing here waits for another
-- writer, except one of the same document.
create function search.put(
  kind text, id text, principals text[], title text, title_text text, summary_text text, body_text text,
  tokens text[], published_at timestamptz, views integer, saves integer, words text[], written text[]
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp set jit = off as $$
#variable_conflict use_variable
declare
  place bigint;
  every_token text[] := array_append(tokens, 'kind=' || kind);
begin
  insert into search.facet (token)
  select one from unnest(every_token) one where not exists (select from search.facet known where known.token = one);
  insert into search.document as known (kind, id, principals, facets, title, title_text, title_words, words, published_at, views, saves)
  values (kind, id, principals,
    array(select min(facet.number) from search.facet where facet.token = any(every_token) group by facet.token), title, title_text,
    strip(to_tsvector('simple', title_text) || to_tsvector('french', title_text)),
    setweight(to_tsvector('french', title_text), 'A') || setweight(to_tsvector('french', summary_text), 'B')
      || to_tsvector('french', body_text), published_at, views, saves)
  on conflict on constraint document_kind_id_key do update set
    principals = excluded.principals, facets = excluded.facets, title = excluded.title, title_text = excluded.title_text,
    title_words = excluded.title_words, words = excluded.words, published_at = excluded.published_at,
    padding = excluded.padding, views = excluded.views, saves = excluded.saves
  returning known.number into place;
  insert into search.counter as counter (number, views, saves) values (place, views, saves)
  on conflict on constraint counter_pkey do update set views = excluded.views, saves = excluded.saves;
  insert into search.lexicon (word, written)
  select one.word, one.written from unnest(words, written) as one (word, written)
  where not exists (select from search.lexicon known where known.word = one.word collate "C" and known.written = one.written);
end $$;

create function search.remove(kind text, id text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from search.document where document.kind = remove.kind and document.id = remove.id;
end;

-- A counter left out (null) stays as it is.
create function search.count(kind text, id text, views integer, saves integer) returns void
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  with counted as (
    update search.document set views = coalesce(count.views, document.views), saves = coalesce(count.saves, document.saves)
    where document.kind = count.kind and document.id = count.id returning document.number, document.views, document.saves)
  update search.counter set views = counted.views, saves = counted.saves from counted where counter.number = counted.number;
end;

alter function search.put owner to sillage_search;
alter function search.remove owner to sillage_search;
alter function search.count owner to sillage_search;
revoke execute on function search.put, search.remove, search.count from public;
grant execute on function search.put, search.remove, search.count to sillage_portal, sillage_back_office, sillage_worker;
