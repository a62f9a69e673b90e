-- What the kernel keeps: facts and their deliveries, outcomes of jobs, answers of commands sent twice.

-- Lists sort as French readers expect, accents and case aside at first.
create collation if not exists kernel.french (provider = icu, locale = 'fr-FR');

-- The last version of each subject of a fact; its row is the lock that puts facts of one subject in order.
create table kernel.subject (
  name text primary key,
  sequence bigint not null
);

create table kernel.fact (
  id uuid primary key,
  -- Facts are dispatched below the oldest transaction still running, so that none is skipped by a late commit.
  xid xid8 not null default pg_current_xact_id(),
  name text not null,
  version integer not null,
  subject text not null,
  sequence bigint not null,
  data jsonb not null,
  recorded_at timestamptz not null,
  keep_until timestamptz not null
);
create index fact_xid on kernel.fact (xid);
create index fact_keep_until on kernel.fact (keep_until);

-- One row: facts of transactions below it have their deliveries.
create table kernel.dispatch (
  one boolean primary key default true check (one),
  horizon xid8 not null
);
insert into kernel.dispatch (horizon) values (pg_current_xact_id());

-- A fact that a reaction has still to see.
create table kernel.delivery (
  reaction text not null,
  fact_id uuid not null references kernel.fact on delete cascade,
  subject text not null,
  sequence bigint not null,
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  error text,
  primary key (reaction, fact_id)
);
create index delivery_due on kernel.delivery (due_at);
create index delivery_subject on kernel.delivery (reaction, subject, sequence);

create table kernel.job_execution (
  id uuid primary key,
  name text not null,
  started_at timestamptz not null,
  completed_at timestamptz,
  errored_at timestamptz,
  duration_ms integer,
  data jsonb not null,
  result jsonb,
  error text
);
create index job_execution_started on kernel.job_execution (started_at);

create table kernel.idempotency (
  key uuid not null,
  -- The person, or the nil UUID for a visitor: a key is never another person's.
  person_id uuid not null,
  operation text not null,
  -- SHA-256 of the input: the same key with another input is an error of the caller.
  input_hash bytea not null,
  output jsonb,
  created_at timestamptz not null,
  primary key (key, person_id)
);
create index idempotency_created on kernel.idempotency (created_at);

grant usage on schema kernel to sillage_portal, sillage_worker, sillage_back_office, sillage_statistics;
grant select, insert on kernel.fact to sillage_portal, sillage_back_office;
grant select, insert, delete on kernel.fact to sillage_worker;
grant select, insert, update on kernel.subject, kernel.idempotency to sillage_portal, sillage_back_office, sillage_worker;
grant select, update on kernel.dispatch to sillage_worker;
grant select, insert, update, delete on kernel.delivery to sillage_worker;
grant delete on kernel.idempotency, kernel.subject to sillage_worker;
grant select, insert, update on kernel.job_execution to sillage_worker;
grant delete on kernel.job_execution to sillage_worker;

-- How many deliveries wait, for the figures: a count and nothing of what they hold.
create view kernel.waiting as select reaction, due_at, attempts from kernel.delivery;
grant select on kernel.waiting to sillage_portal, sillage_back_office, sillage_statistics;

-- Processes that run jobs, alive while they say so: the jobs of one that died are given back.
create table kernel.worker (
  id text primary key,
  seen_at timestamptz not null
);
grant select, insert, update, delete on kernel.worker to sillage_worker;
