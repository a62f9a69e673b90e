-- A person is not an account is not an address (design §5b): each may come and go without the others.

create table identity.person (
  id uuid primary key,
  -- None until the person says it at their first sign-in, and none again once they are erased.
  first_name text check (char_length(first_name) between 1 and 100),
  last_name text check (char_length(last_name) between 1 and 100),
  title text,
  location text,
  department text,
  about text,
  is_public boolean not null default false,
  -- No foreign key: files do not belong to this module.
  portrait_file_id uuid,
  time_zone text not null default 'Europe/Paris',
  -- Their rows went to this person when two accounts became one.
  merged_into uuid references identity.person,
  -- The row stays as a tombstone, so that what they shared keeps its thread.
  erased_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1
);
create index person_merged on identity.person (merged_into) where merged_into is not null;

-- What one signs in to. An administrator's account is of another kind, with its own ways in, never this portal's.
create table identity.account (
  id uuid primary key,
  person_id uuid not null references identity.person,
  kind text not null check (kind in ('person', 'staff')),
  state text not null default 'active' check (state in ('active', 'suspended')),
  last_seen_at timestamptz,
  created_at timestamptz not null,
  unique (person_id, kind)
);

create table identity.address (
  id uuid primary key,
  person_id uuid not null references identity.person,
  email text not null check (email = lower(email)),
  verified_at timestamptz,
  is_primary boolean not null default false
);
-- Claimed by several perhaps, proved by one.
create unique index address_verified on identity.address (lower(email)) where verified_at is not null;
create unique index address_primary on identity.address (person_id) where is_primary;
create index address_person on identity.address (person_id);

-- How others name the same person: an identity provider, an establishment, another platform.
create table identity.external_identifier (
  id uuid primary key,
  person_id uuid not null references identity.person,
  issuer text not null,
  kind text not null,
  value text not null,
  valid_from timestamptz not null,
  valid_to timestamptz
);
create unique index external_identifier_current on identity.external_identifier (issuer, kind, value) where valid_to is null;
create index external_identifier_person on identity.external_identifier (person_id);

create table identity.platform_role (
  person_id uuid not null references identity.person,
  role text not null,
  primary key (person_id, role)
);

create table identity.session (
  id uuid primary key,
  -- SHA-256 of a random token of 256 bits: who reads the table cannot sign in with it.
  token_hash bytea not null unique,
  person_id uuid not null references identity.person,
  -- How they signed in: `email-link`.
  method text not null,
  signed_in_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- Family of the browser and no more, so that a person tells their devices apart.
  browser text
);
create index session_person on identity.session (person_id);
create index session_expires on identity.session (expires_at);

-- A request to sign in. It names an address and no person: whether one has it is looked at only once the mail is in hand.
create table identity.sign_in_link (
  id uuid primary key,
  email text not null,
  purpose text not null check (purpose in ('sign-in')),
  return_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_expires on identity.sign_in_link (expires_at);

-- One a mail: when the server left us in doubt a second mail goes, and both must work. Using one uses the link.
create table identity.sign_in_token (
  token_hash bytea primary key,
  link_id uuid not null references identity.sign_in_link on delete cascade
);
create index sign_in_token_link on identity.sign_in_token (link_id);

-- How many links were asked for in a window of time, by address and by network, both hashed.
create table identity.sign_in_limit (
  key bytea primary key,
  window_start timestamptz not null,
  count integer not null
);

-- What other modules join: who it is, to be shown. A person who was erased has no name: the page says so.
create view identity.card as
  select id, nullif(concat_ws(' ', first_name, last_name), '') as name, title, portrait_file_id, is_public,
    erased_at is not null as is_erased
  from identity.person;

-- Read by the session's reader with those of the other modules.
create view identity.grant as select person_id, 'platform' as scope, '' as id, role from identity.platform_role;

create trigger audit after insert or update or delete on identity.person for each row
  execute function audit.capture('-first_name', '-last_name', '-title', '-location', '-department', '-about');
create trigger audit after insert or update of state or delete on identity.account for each row execute function audit.capture();
create trigger audit after insert or update or delete on identity.address for each row execute function audit.capture('-email');
create trigger audit after insert or update or delete on identity.external_identifier for each row execute function audit.capture('-value');
create trigger audit after insert or update or delete on identity.platform_role for each row
  execute function audit.capture('person_id', 'role');
-- Who came in and went out; not each time that they are seen.
create trigger audit after insert or delete on identity.session for each row execute function audit.capture('-token_hash');

grant usage on schema identity to sillage_portal, sillage_worker, sillage_back_office, sillage_statistics;
grant select on identity.card, identity.grant to sillage_portal, sillage_worker, sillage_back_office;
grant select, insert, update on identity.person, identity.account to sillage_portal;
grant select, insert on identity.address to sillage_portal;
grant select, insert, update, delete on identity.session to sillage_portal;
grant select, insert, update on identity.sign_in_link, identity.sign_in_limit to sillage_portal;
grant select on identity.sign_in_token to sillage_portal;
grant select on identity.person, identity.account, identity.address to sillage_worker;
grant select, delete on identity.session, identity.sign_in_link, identity.sign_in_limit to sillage_worker;
grant insert on identity.sign_in_token to sillage_worker;
grant select on identity.person, identity.account, identity.address, identity.external_identifier to sillage_back_office;
grant select, insert, delete on identity.platform_role to sillage_back_office;
grant select on identity.account to sillage_statistics;
