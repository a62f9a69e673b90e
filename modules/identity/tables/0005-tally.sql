-- Counts that the statistics of the platform read: how many, and never who.
create view identity.tally as
  select 'people' as name, count(*) as value from identity.person where erased_at is null and merged_into is null
  union all
  select 'active', count(distinct person_id) from identity.account where kind = 'person' and last_seen_at > now() - interval '30 days'
  union all
  select 'sessions', count(*) from identity.session where expires_at > now();

-- People by the day on which they came.
create view identity.arrival as
  select 'people' as name, created_at::date as day, count(*) as value from identity.person where erased_at is null and merged_into is null
  group by created_at::date;

grant select on identity.tally, identity.arrival to sillage_worker, sillage_back_office, sillage_statistics;
