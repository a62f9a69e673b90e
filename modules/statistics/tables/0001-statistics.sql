-- Aggregates of the whole platform, of nobody in particular: all that the public page reads, and all that the reader of statistics may.
create table statistics.daily (
  -- What happened: `views`, `resources`, `searches`…; as `searches.bases.quick` where there are several sorts.
  name text not null,
  day date not null,
  value bigint not null check (value >= 0),
  primary key (name, day)
);

-- How many there are now, and other numbers of the present.
create table statistics.total (
  name text primary key,
  value double precision not null,
  counted_at timestamptz not null
);

grant usage on schema statistics to sillage_portal, sillage_worker, sillage_statistics;
grant select on statistics.daily, statistics.total to sillage_portal, sillage_statistics;
grant select, insert, update, delete on statistics.daily, statistics.total to sillage_worker;
