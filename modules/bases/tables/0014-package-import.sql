-- An archive of a base that somebody brings in from a page: what it would do, then what it did.
create table bases.package_import (
  id uuid primary key,
  person_id uuid not null references identity.person on delete cascade,
  -- Where it goes; none until the base that it opens is there.
  base_id uuid references bases.base on delete cascade,
  is_new boolean not null,
  -- The archive; forgotten at the end.
  file_id uuid,
  file_name text not null check (char_length(file_name) <= 300),
  state text not null check (state in ('reading', 'ready', 'unreadable', 'bringing', 'done', 'failed')),
  -- The code of why it cannot be read, or did not end.
  reason text check (char_length(reason) <= 100),
  -- What exchange/bring.ts says of it, resources with their titles.
  report jsonb,
  -- Resources that are here so far.
  brought integer not null default 0 check (brought >= 0),
  -- The entry of the trace under which its changes stand: that of who confirmed.
  entry_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index package_import_person on bases.package_import (person_id, created_at);
create index package_import_base on bases.package_import (base_id);
create trigger audit after insert or update of state, base_id or delete on bases.package_import
  for each row execute function audit.capture('-file_name', '-report');

grant select, insert, update, delete on bases.package_import to sillage_portal, sillage_worker;
-- The worker writes what an archive holds, as whoever confirmed it.
grant insert on bases.base, bases.base_member, bases.resource, bases.content, bases.resource_event, bases.collection, bases.collection_resource
  to sillage_worker;
grant insert, update on bases.draft, bases.slug to sillage_worker;
grant select, insert, update on bases.imported_name to sillage_worker;
