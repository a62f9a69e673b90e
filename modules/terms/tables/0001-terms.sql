-- The terms of use: each version for good once it is published, and who accepted which, when.

create table terms.version (
  id uuid primary key,
  -- None while it is written: one draft at most.
  number integer unique check (number > 0),
  -- The day from which it holds, as Paris counts days.
  applies_from date not null,
  changes text not null check (char_length(changes) between 1 and 500),
  body text not null check (char_length(body) between 1 and 100000),
  saved_at timestamptz not null,
  published_at timestamptz,
  version integer not null default 1,
  check ((number is null) = (published_at is null))
);
create unique index version_draft on terms.version ((true)) where published_at is null;

create table terms.acceptance (
  id uuid primary key,
  person_id uuid not null references identity.person,
  number integer not null references terms.version (number),
  at timestamptz not null,
  unique (person_id, number)
);
create index acceptance_number on terms.acceptance (number);

-- What people accepted never changes under them, whatever the application does.
create function terms.check_published() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'a version that is published does not change' using errcode = 'check_violation';
end $$;
revoke execute on function terms.check_published() from public;
create trigger check_published before update or delete on terms.version for each row when (old.published_at is not null)
  execute function terms.check_published();

create trigger audit after insert or update or delete on terms.version for each row execute function audit.capture();
create trigger audit after insert or delete on terms.acceptance for each row execute function audit.capture();

grant usage on schema terms to sillage_portal, sillage_worker, sillage_back_office;
grant select on terms.version to sillage_portal, sillage_worker;
grant select, insert, update, delete on terms.version to sillage_back_office;
grant select, insert on terms.acceptance to sillage_portal;
grant select on terms.acceptance to sillage_back_office, sillage_worker;
