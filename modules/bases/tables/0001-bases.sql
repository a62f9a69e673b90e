-- The commons. What editors write is the replay of `resource_event`, kept ready in `draft`; what readers see is `resource` and
-- `content`, which publishing writes. Who may see and edit (base, visibility, contributors) lives on `resource` and is effective at once.

create table bases.base (
  id uuid primary key,
  slug text not null,
  title text not null check (char_length(title) between 1 and 100),
  excerpt text not null default '' check (char_length(excerpt) <= 280),
  description text not null default '' check (char_length(description) <= 10000),
  department text check (department ~ '^(\d{2}|2[AB]|9[78]\d)$'),
  email text check (char_length(email) <= 254),
  email_is_public boolean not null default false,
  website text check (website ~* '^https?://' and char_length(website) <= 2000),
  is_public boolean not null,
  logo_file_id uuid,
  cover_file_id uuid,
  created_by uuid references identity.person,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version integer not null default 1,
  -- Resources and collections copy the visibility through their foreign key, so that it never differs from their base's.
  unique (id, is_public)
);
create index base_created_by on bases.base (created_by);
create index base_title on bases.base (title collate kernel.french) where deleted_at is null;

create table bases.base_member (
  base_id uuid not null references bases.base on delete cascade,
  person_id uuid not null references identity.person on delete cascade,
  role text not null check (role in ('administrator', 'contributor')),
  added_at timestamptz not null,
  primary key (base_id, person_id)
);
create index base_member_person on bases.base_member (person_id);

-- What a person holds in bases; the kernel reads it with each session (module.ts).
create view bases.grant as
  select member.person_id, 'base'::text as scope, member.base_id as id, member.role
  from bases.base_member as member join bases.base as base on base.id = member.base_id where base.deleted_at is null;

create table bases.resource (
  id uuid primary key,
  created_by uuid references identity.person,
  base_id uuid,
  base_is_public boolean,
  is_public boolean not null default true,
  created_at timestamptz not null,
  deleted_at timestamptz,
  -- From here on, what publishing writes.
  slug text,
  title text check (char_length(title) between 1 and 100),
  description text check (char_length(description) <= 560),
  excerpt text check (char_length(excerpt) <= 280),
  image_file_id uuid,
  image_alt text check (char_length(image_alt) <= 280),
  themes text[] not null default '{}' check (cardinality(themes) <= 5),
  support_types text[] not null default '{}' check (cardinality(support_types) <= 4),
  audiences text[] not null default '{}' check (cardinality(audiences) <= 5),
  licence text check (licence in ('etalab_2_0', 'cc_by_sa_4_0', 'cc_by_nc_sa_4_0', 'no_licence')),
  -- Set once, by the first publication.
  published_at timestamptz,
  last_published_at timestamptz,
  views_count integer not null default 0 check (views_count >= 0),
  -- People who keep it, counted by the trigger of `saved`.
  saves_count integer not null default 0 check (saves_count >= 0),
  version integer not null default 1,
  -- Everybody may read it. A private base closes what it holds.
  is_open boolean not null generated always as
    (is_public and coalesce(base_is_public, true) and published_at is not null and deleted_at is null) stored,
  foreign key (base_id, base_is_public) references bases.base (id, is_public) on update cascade,
  check ((base_id is null) = (base_is_public is null)),
  check (published_at is null or (slug is not null and title is not null and description is not null and excerpt is not null
    and licence is not null and last_published_at >= published_at))
);
create index resource_created_by on bases.resource (created_by);
create index resource_base on bases.resource (base_id, base_is_public);

create table bases.resource_contributor (
  resource_id uuid not null references bases.resource on delete cascade,
  person_id uuid not null references identity.person on delete cascade,
  added_at timestamptz not null,
  primary key (resource_id, person_id)
);
create index resource_contributor_person on bases.resource_contributor (person_id);

create table bases.content (
  id uuid primary key,
  resource_id uuid not null references bases.resource on delete cascade,
  position integer not null check (position >= 0),
  type text not null check (type in ('section_title', 'text', 'image', 'link', 'file', 'linked_resource')),
  title text check (char_length(title) <= 50),
  text text check (char_length(text) <= 20000),
  url text check (url ~* '^https?://' and char_length(url) <= 2000),
  caption text check (char_length(caption) <= 280),
  alt text check (char_length(alt) <= 280),
  file_id uuid,
  linked_resource_id uuid references bases.resource,
  unique (resource_id, position),
  check (case type when 'section_title' then title is not null when 'text' then text is not null when 'link' then url is not null
    when 'linked_resource' then linked_resource_id is not null else file_id is not null end)
);
create index content_linked_resource on bases.content (linked_resource_id) where linked_resource_id is not null;

-- Every change of a resource, in order. Two events never share a number: the resource's row is locked, and the key refuses.
create table bases.resource_event (
  resource_id uuid not null references bases.resource on delete cascade,
  sequence integer not null check (sequence > 0),
  type text not null check (type in ('created', 'migrated', 'published', 'republished', 'deleted', 'restored',
    'title_and_description_edited', 'image_edited', 'base_changed', 'indexation_changed', 'visibility_changed',
    'public_feedback_changed', 'content_added', 'content_edited', 'content_removed', 'content_reordered', 'licence_changed')),
  data jsonb not null,
  by_id uuid references identity.person,
  at timestamptz not null,
  primary key (resource_id, sequence)
);
create index resource_event_by on bases.resource_event (by_id);

-- The replay of a resource's events, kept ready; `sequence` is the last event that it has taken in.
create table bases.draft (
  resource_id uuid primary key references bases.resource on delete cascade,
  state jsonb not null,
  sequence integer not null,
  -- Something was written since the last publication.
  changed boolean not null,
  updated_at timestamptz not null
);

-- Addresses of bases, resources and collections, those of before included: they redirect.
create table bases.slug (
  kind text not null check (kind in ('base', 'resource', 'collection')),
  slug text not null,
  target_id uuid not null,
  current boolean not null,
  primary key (kind, slug)
);
create unique index slug_current on bases.slug (kind, target_id) where current;

create table bases.collection (
  id uuid primary key,
  slug text,
  person_id uuid references identity.person on delete cascade,
  base_id uuid,
  base_is_public boolean,
  -- One's favourites, made by the first save; the page names them.
  is_favourites boolean not null default false,
  title text check (char_length(title) between 1 and 100),
  description text not null default '' check (char_length(description) <= 560),
  is_public boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  is_open boolean not null generated always as (is_public and coalesce(base_is_public, true)) stored,
  foreign key (base_id, base_is_public) references bases.base (id, is_public) on update cascade,
  check ((base_id is null) = (base_is_public is null)),
  check ((person_id is null) <> (base_id is null)),
  check (case when is_favourites then person_id is not null and not is_public and title is null else title is not null and slug is not null end)
);
create unique index collection_favourites on bases.collection (person_id) where is_favourites;
create index collection_person on bases.collection (person_id);
create index collection_base on bases.collection (base_id, base_is_public);

create table bases.collection_resource (
  collection_id uuid not null references bases.collection on delete cascade,
  resource_id uuid not null references bases.resource on delete cascade,
  position integer not null check (position >= 0),
  added_at timestamptz not null,
  primary key (collection_id, resource_id)
);
create index collection_resource_resource on bases.collection_resource (resource_id);

-- A person keeps a resource, in one collection or several: counted once.
create table bases.saved (
  person_id uuid not null references identity.person on delete cascade,
  resource_id uuid not null references bases.resource on delete cascade,
  saved_at timestamptz not null,
  primary key (person_id, resource_id)
);
create index saved_resource on bases.saved (resource_id);

-- A trigger and not the command, so that the erasure of a person is counted too.
create function bases.count_saved() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update bases.resource set saves_count = saves_count + case tg_op when 'INSERT' then 1 else -1 end
    where id = case tg_op when 'INSERT' then new.resource_id else old.resource_id end;
  return null;
end $$;
revoke execute on function bases.count_saved() from public;
create trigger count_saved after insert or delete on bases.saved for each row execute function bases.count_saved();

create table bases.saved_collection (
  person_id uuid not null references identity.person on delete cascade,
  collection_id uuid not null references bases.collection on delete cascade,
  saved_at timestamptz not null,
  primary key (person_id, collection_id)
);
create index saved_collection_collection on bases.saved_collection (collection_id);

-- Who read what, for two hours and under a hash, so that a visit is counted once. Forgotten by a job.
create table bases.view (
  resource_id uuid not null references bases.resource on delete cascade,
  hash bytea not null,
  at timestamptz not null,
  primary key (resource_id, hash)
);
create index view_at on bases.view (at);

-- Counters and the visibility that comes from the base are not changes of the resource: they leave no trace.
create trigger audit after insert or update or delete on bases.base for each row execute function audit.capture('-email');
create trigger audit after insert or update or delete on bases.base_member for each row execute function audit.capture('base_id', 'person_id');
create trigger audit_rows after insert or delete on bases.resource for each row execute function audit.capture();
create trigger audit_columns after update of created_by, base_id, is_public, deleted_at, slug, title, description, excerpt, image_file_id,
  image_alt, themes, support_types, audiences, licence, published_at, last_published_at on bases.resource
  for each row execute function audit.capture();
create trigger audit after insert or delete on bases.resource_contributor for each row execute function audit.capture('resource_id', 'person_id');

grant usage on schema bases to sillage_portal, sillage_worker, sillage_back_office, sillage_statistics;
grant select on bases.grant to sillage_portal, sillage_worker, sillage_back_office;
grant select, insert, update on bases.base, bases.resource, bases.draft, bases.slug to sillage_portal;
grant select, insert, update, delete on bases.base_member, bases.collection, bases.collection_resource to sillage_portal;
grant select, insert, delete on bases.resource_contributor, bases.saved, bases.saved_collection to sillage_portal;
-- A publication writes the contents anew; a collection that goes gives its addresses back.
grant select, insert, delete on bases.content to sillage_portal;
grant delete on bases.slug to sillage_portal;
grant select, insert on bases.resource_event to sillage_portal;
grant select, insert, update on bases.view to sillage_portal;
-- The worker forgets visits, and people who leave.
grant select, delete on bases.view to sillage_worker;
grant select, update, delete on bases.base_member, bases.resource_contributor, bases.saved, bases.saved_collection, bases.collection,
  bases.collection_resource to sillage_worker;
grant select, update on bases.base, bases.resource, bases.resource_event to sillage_worker;
grant select (id, is_public, department, created_at, deleted_at) on bases.base to sillage_statistics;
grant select (id, base_id, is_open, themes, support_types, audiences, licence, created_at, published_at, deleted_at, views_count, saves_count)
  on bases.resource to sillage_statistics;
