-- Readings of a resource by day, counted as `views_count` is (raw.ts): who read stays unknown, the hash of a visit lives two hours.
create table bases.daily_view (
  resource_id uuid not null references bases.resource on delete cascade,
  day date not null,
  views integer not null check (views > 0),
  primary key (resource_id, day)
);
create index daily_view_day on bases.daily_view (day) include (views);

-- What happened each day in the commons, of nobody in particular: what the statistics of the platform read.
create view bases.activity as
  select 'views' as name, day, sum(views)::bigint as value from bases.daily_view group by day
  union all
  select 'resources', (published_at at time zone 'Europe/Paris')::date as day, count(*) from bases.resource
    where published_at is not null and deleted_at is null group by 2
  union all
  select 'bases', (created_at at time zone 'Europe/Paris')::date as day, count(*) from bases.base where deleted_at is null group by 2
  union all
  select 'collections', (created_at at time zone 'Europe/Paris')::date as day, count(*) from bases.collection where not is_favourites group by 2
  union all
  select 'saves', (saved_at at time zone 'Europe/Paris')::date as day, count(*) from bases.saved group by 2
  union all
  select 'opinions', (at at time zone 'Europe/Paris')::date as day, count(*) from bases.opinion group by 2;

grant select, insert, update on bases.daily_view to sillage_portal;
grant select on bases.activity to sillage_worker;
-- The reader of statistics has aggregates only.
revoke select (id, is_public, department, created_at, deleted_at) on bases.base from sillage_statistics;
revoke select (id, base_id, is_open, themes, support_types, audiences, licence, created_at, published_at, deleted_at, views_count, saves_count)
  on bases.resource from sillage_statistics;
