-- The editor: a state of before may come back, as one more event.
alter table bases.resource_event drop constraint resource_event_type_check;
alter table bases.resource_event add constraint resource_event_type_check check (type in ('created', 'migrated', 'published', 'republished',
  'deleted', 'restored', 'title_and_description_edited', 'image_edited', 'base_changed', 'indexation_changed', 'visibility_changed',
  'public_feedback_changed', 'content_added', 'content_edited', 'content_removed', 'content_reordered', 'licence_changed', 'reverted'));
-- The files that a history names, so that each of its states can be shown and brought back.
create index resource_event_file on bases.resource_event (resource_id)
  where type in ('migrated', 'image_edited', 'content_added', 'content_edited', 'reverted');

-- What a page that a link leads to says of itself, read by a job. One row an address, however many contents lead there.
create table bases.link_preview (
  id uuid primary key,
  -- SHA-256 of the address, which is too long for an index.
  address_hash bytea not null unique,
  address text not null check (char_length(address) <= 2000),
  state text not null check (state in ('waiting', 'ready', 'failed')),
  -- Why it could not be read.
  failure text,
  title text check (char_length(title) <= 200),
  description text check (char_length(description) <= 400),
  site text check (char_length(site) <= 100),
  image_file_id uuid,
  asked_at timestamptz not null,
  read_at timestamptz,
  check (state <> 'failed' or failure is not null)
);
create index link_preview_read on bases.link_preview (asked_at);
grant select on bases.link_preview to sillage_portal;
grant select, insert, update, delete on bases.link_preview to sillage_worker;
