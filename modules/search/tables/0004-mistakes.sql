-- Of the words typed, those that no visible document has: the words that begin so, and the closest ones, which visible documents have.
-- The lexicon knows the words of everyone's documents; a word is answered only when the actor could have found it.
do $$
declare place text := (select nspname from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm');
begin
  execute format('create function search.closest(principals text[], kinds text[], words text[])
    returns table (word text, begun text[], close text[], written text[])
    language plpgsql stable security definer set search_path = pg_catalog, %I, pg_temp set jit = off as $body$
    #variable_conflict use_column
    declare one text;
    begin
      foreach one in array words loop
        if search.is_met(principals, kinds, one) then continue; end if;
        word := one;
        begun := array(select word from (
            select distinct word from search.lexicon where length(one) >= 3 and word >= one collate "C"
              and word < one || chr(1114111) collate "C" order by 1 limit 20) nearby
          where search.is_met(principals, kinds, word));
        select coalesce(array_agg(near.word order by near.likeness desc, near.word), ''{}''),
          coalesce(array_agg(near.written order by near.likeness desc, near.word), ''{}'')
        from (select known.word, similarity(known.word, one) as likeness,
            (array_agg(known.written order by octet_length(known.written) desc))[1] as written
          from search.lexicon known where known.word %% one group by known.word order by likeness desc, known.word limit 12) near
        where search.is_met(principals, kinds, near.word) into close, written;
        return next;
      end loop;
    end $body$', place);
end $$;

-- Whether a visible document has the word.
create function search.is_met(principals text[], kinds text[], word text) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  query tsquery := search.query(array[word]);
  answer boolean;
begin
  if numnode(query) = 0 then return true; end if;
  execute format('select exists (select from search.document where %s and document.words @@ %L::tsquery)',
    search.condition(principals, kinds, '{}', true), query) into answer;
  return answer;
end $$;

-- Each night: words that no document has any more, and words that two writers wrote at once. A word put at that very moment may be lost
-- as a correction, never as a word: the next document that has it brings it back.
create function search.prune() returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp set jit = off set enable_seqscan = off as $$
declare gone integer;
begin
  delete from search.lexicon double using search.lexicon kept
  where double.word = kept.word and double.written = kept.written and double.ctid > kept.ctid;
  delete from search.lexicon where not exists (
    select from search.document where document.words @@ plainto_tsquery('french', lexicon.word));
  get diagnostics gone = row_count;
  return gone;
end $$;

alter function search.prune owner to sillage_search;
revoke execute on function search.prune from public;
grant execute on function search.prune to sillage_worker;
alter function search.closest owner to sillage_search;
alter function search.is_met owner to sillage_search;
revoke execute on function search.closest, search.is_met from public;
grant execute on function search.closest to sillage_portal, sillage_back_office, sillage_worker;
