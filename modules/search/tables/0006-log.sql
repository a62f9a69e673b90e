-- What was searched, for the statistics. Who searched is kept only while they agree, and for thirty days (jobs.ts).
create table search.asked (
  id uuid primary key,
  at timestamptz not null,
  -- Which search: a name of the module that asked, as `bases.resources`.
  kind text not null check (char_length(kind) <= 60),
  -- Folded words, in their order; empty for filters alone.
  words text not null check (char_length(words) <= 200),
  filters jsonb not null,
  milliseconds real not null,
  total integer not null,
  person_id uuid
);
create index asked_at on search.asked (at);
create index asked_person on search.asked (person_id) where person_id is not null;

-- People who agree that their searches are kept with their name. No row is no.
create table search.consent (
  person_id uuid primary key,
  agreed_at timestamptz not null
);
create trigger audit after insert or update or delete on search.consent for each row execute function audit.capture('person_id');

-- Counts by day and search, of nobody in particular: what the statistics read.
create view search.activity as
  select kind, (at at time zone 'Europe/Paris')::date as day, count(*) as searches, count(*) filter (where total = 0) as empty,
    coalesce(avg(milliseconds), 0)::real as milliseconds
  from search.asked group by 1, 2;

grant usage on schema search to sillage_worker;
grant insert on search.asked to sillage_portal;
-- The portal takes a person off their searches, and shows them theirs; nobody else's has a name to select by.
grant select (id, at, kind, words, total, person_id), update (person_id) on search.asked to sillage_portal;
grant select, insert, delete on search.consent to sillage_portal;
grant select, update, delete on search.asked to sillage_worker;
grant select, delete, update on search.consent to sillage_worker;
grant select on search.activity to sillage_worker;

-- How fast the searches of the last week were answered.
create view search.speed as
  select kind, percentile_cont(0.5) within group (order by milliseconds) as p50, percentile_cont(0.99) within group (order by milliseconds) as p99
  from search.asked where at > now() - interval '7 days' group by kind;
grant select on search.speed to sillage_worker;
