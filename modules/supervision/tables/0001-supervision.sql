-- What administrators look at while the service runs. Jobs and deliveries are the kernel's: only what is asked of them is kept here.

create table supervision.retry (
  -- Of kernel.job_execution, which is kept for ninety days: no foreign key.
  execution_id uuid primary key,
  person_id uuid,
  asked_at timestamptz not null
);
create trigger audit after insert or update or delete on supervision.retry for each row execute function audit.capture('execution_id');

-- Counts of the whole platform, one a day and a name; nothing of anybody.
create table supervision.figure (
  name text not null,
  day date not null,
  value bigint not null check (value >= 0),
  primary key (name, day)
);

grant usage on schema supervision to sillage_worker, sillage_back_office, sillage_statistics;
grant select, insert on supervision.retry to sillage_back_office;
grant select on supervision.figure to sillage_back_office, sillage_statistics;
grant select, insert, update on supervision.figure to sillage_worker;

-- Outcomes of jobs, lives of workers and what waits for a reaction: identifiers and kinds of errors, never what a person wrote.
grant select on kernel.job_execution, kernel.worker to sillage_back_office;
grant select (reaction, fact_id, subject, attempts, due_at, error) on kernel.delivery to sillage_back_office;
