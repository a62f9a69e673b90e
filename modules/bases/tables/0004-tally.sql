-- Counts that the statistics of the platform read.
create view bases.tally as
  select 'resources' as name, count(*) as value from bases.resource where published_at is not null and deleted_at is null
  union all
  select 'bases', count(*) from bases.base where deleted_at is null;

-- Resources by the day on which they were published, bases by that on which they were made.
create view bases.arrival as
  select 'resources' as name, published_at::date as day, count(*) as value from bases.resource
  where published_at is not null and deleted_at is null group by published_at::date
  union all
  select 'bases', created_at::date, count(*) from bases.base where deleted_at is null group by created_at::date;

grant select on bases.tally, bases.arrival to sillage_worker, sillage_back_office, sillage_statistics;
