-- Files and who may read them. This schema knows keys of principals (`public`, `person:…`, `base:…`) and never what they stand for.

create table files.file (
  id uuid primary key,
  -- uploading: announced, or its bytes are on their way. held: waits for the virus scanner. ready: can be shown. refused: its content
  -- was not accepted, kept a day so that the person learns why. deleted: nobody sees it, its bytes are to be removed.
  state text not null check (state in ('uploading', 'held', 'ready', 'refused', 'deleted')),
  purpose text not null check (purpose in ('image', 'file')),
  name text not null check (char_length(name) between 1 and 150),
  -- By its content; none until it is there.
  mime text,
  -- In bytes: announced while uploading, then what is kept.
  size bigint not null check (size > 0),
  -- Of a picture, in pixels, and the other widths in which it is kept.
  width integer,
  height integer,
  widths integer[] not null default '{}',
  -- SHA-256 of what is kept.
  checksum text,
  -- Code of the refusal.
  refusal text,
  -- None for what the program made, and once the person is erased.
  uploaded_by uuid,
  -- Kept by the trigger below: a file with references cannot be deleted, even by mistake.
  reference_count integer not null default 0 check (reference_count >= 0),
  unreferenced_since timestamptz not null default now(),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (state <> 'deleted' or reference_count = 0),
  check (state not in ('held', 'ready') or (mime is not null and checksum is not null))
);
create index file_uploaded_by on files.file (uploaded_by, id) where uploaded_by is not null;
create index file_orphan on files.file (unreferenced_since) where reference_count = 0 and state in ('held', 'ready');
create index file_unfinished on files.file (state, changed_at) where state in ('uploading', 'held', 'refused', 'deleted');

-- Something of another module that shows the file: `bases.content:<uuid>`. Who may see the thing may read the file.
create table files.reference (
  holder text primary key check (char_length(holder) between 3 and 200),
  file_id uuid not null references files.file,
  principals text[] not null
);
create index reference_file on files.reference (file_id);

create function files.count_reference() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.file_id = new.file_id then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    update files.file set reference_count = reference_count - 1, unreferenced_since = now() where id = old.file_id;
  end if;
  if tg_op <> 'DELETE' then
    update files.file set reference_count = reference_count + 1 where id = new.file_id;
  end if;
  return null;
end $$;
revoke execute on function files.count_reference() from public;
create trigger count_reference after insert or update or delete on files.reference for each row execute function files.count_reference();

create trigger audit after insert or update or delete on files.file for each row execute function audit.capture('-name');
create trigger audit after insert or update or delete on files.reference for each row execute function audit.capture('holder');

-- What other modules join to describe a file that they show.
create view files.card as select id, name, mime, size, width, height from files.file where state = 'ready';

grant usage on schema files to sillage_portal, sillage_worker, sillage_back_office, sillage_statistics;
grant select, insert on files.file to sillage_portal, sillage_worker;
grant update (state, name, mime, size, width, height, widths, checksum, refusal, changed_at) on files.file
  to sillage_portal, sillage_worker;
grant delete on files.file to sillage_worker;
grant select, insert, update, delete on files.reference to sillage_portal, sillage_worker;
grant select on files.card to sillage_portal, sillage_worker, sillage_back_office;
grant select on files.file, files.reference to sillage_back_office;
grant select (id, state, purpose, mime, size, width, height, created_at) on files.file to sillage_statistics;
