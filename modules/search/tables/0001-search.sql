-- Texts that may be found, each with the keys of those who may find it. The tables belong to a role that nobody logs in as: they are
-- read and written by the functions of the next files alone, which check visibility themselves (design §5).
grant usage, create on schema search to sillage_search;
grant usage on schema search to sillage_portal, sillage_back_office, sillage_worker;
grant usage on schema kernel to sillage_search;

-- Rows are kept short, some 300 bytes, because filters and counts read up to 10,000 of them for one page; only ranking reads `words`.
create table search.document (
  number bigint generated always as identity primary key,
  kind text not null,
  id text not null,
  principals text[] not null,
  -- Numbers of search.facet, that of the kind among them, so that one index answers all filters.
  facets integer[] not null,
  title text not null,
  -- The title without accents, capitals or signs; then its words as they are, for prefixes, and their stems.
  title_text text not null,
  title_words tsvector not null,
  -- Stems of everything, weighted: A title, B summary and keywords, D body.
  words tsvector not null,
  -- PostgreSQL moves columns out of a row only when the row passes 2,000 bytes; these blanks make it pass them, which sends `words` out
  -- even of a short document, and are then compressed to almost nothing.
  padding text not null default repeat(' ', 2100),
  published_at timestamptz not null,
  -- Without an index, so that counting rewrites this short row and nothing else.
  views integer not null,
  saves integer not null,
  unique (kind, id)
) with (toast_tuple_target = 256, fillfactor = 90);
alter table search.document
  alter kind set storage main, alter id set storage main, alter principals set storage main, alter facets set storage main,
  alter title set storage main, alter title_text set storage main, alter title_words set storage main, alter padding set storage main,
  alter words set storage external;

-- Readers must not pay for a list of pending entries: a text is written once and read often.
create index document_words on search.document using gin (words, facets) with (fastupdate = off);
create index document_title_words on search.document using gin (title_words) with (fastupdate = off);
create index document_principals on search.document using gin (principals) with (fastupdate = off);
create index document_recent on search.document (published_at, number);
create index document_title on search.document (title collate kernel.french, number);

-- The same counters with their indexes, apart, so that a view counted does not write the words of the document again in its own.
create table search.counter (
  number bigint primary key references search.document on delete cascade,
  views integer not null,
  saves integer not null
) with (fillfactor = 80);
create index counter_views on search.counter (views, number);
create index counter_saves on search.counter (saves, number);

-- Values of facets by number: counting numbers costs half of counting texts. As in the lexicon no key is unique, so that two writers never
-- wait for each other: a value may have two numbers, and readers add them up.
create table search.facet (
  number integer generated always as identity primary key,
  token text collate "C" not null
);
create index facet_token on search.facet (token);

-- The words of all documents, folded and as they were written. It proposes corrections, which are checked against what the actor sees.
create table search.lexicon (
  word text not null,
  written text not null
);
create index lexicon_word on search.lexicon (word collate "C", written);

-- pg_trgm may already be in another schema of an external database: the index and the functions name the one where it is.
create extension if not exists pg_trgm with schema search;
do $$
declare place text := (select nspname from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm');
begin
  if not has_schema_privilege('sillage_search', place, 'usage') then
    execute format('grant usage on schema %I to sillage_search', place);
  end if;
  execute format('create index lexicon_close on search.lexicon using gin (word %I.gin_trgm_ops) with (fastupdate = off)', place);
end $$;

alter table search.document owner to sillage_search;
alter table search.counter owner to sillage_search;
alter table search.facet owner to sillage_search;
alter table search.lexicon owner to sillage_search;
