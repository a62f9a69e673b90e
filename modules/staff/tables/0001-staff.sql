-- How administrators enter the back office. Nothing here is reachable by the portal's role: not one table, not the schema.

create table staff.session (
  id uuid primary key,
  -- SHA-256 of a random token of 256 bits; another token each time that the session gains something.
  token_hash bytea not null unique,
  person_id uuid not null references identity.person,
  -- The first factor: `email-link`, or the identity provider's name.
  method text not null,
  -- The second factor. Until there is one the session opens nothing but the page that asks for it.
  factor text check (factor in ('totp', 'passkey', 'recovery-code')),
  signed_in_at timestamptz not null,
  -- When a second factor was last shown.
  proved_at timestamptz,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  browser text
);
create index session_person on staff.session (person_id);
create index session_expires on staff.session (expires_at);

create table staff.factor (
  id uuid primary key,
  person_id uuid not null references identity.person,
  kind text not null check (kind in ('totp', 'passkey')),
  name text not null check (char_length(name) between 1 and 60),
  -- TOTP (RFC 6238): the secret, encrypted with a key that the database does not hold; the last step accepted, so that no code serves twice.
  secret bytea,
  last_step bigint,
  -- Passkey (WebAuthn): what recognises it.
  credential_id text unique,
  public_key bytea,
  counter bigint,
  transports text[],
  created_at timestamptz not null,
  last_used_at timestamptz,
  check ((kind = 'totp') = (secret is not null)),
  check ((kind = 'passkey') = (credential_id is not null and public_key is not null and counter is not null))
);
create index factor_person on staff.factor (person_id);

create table staff.recovery_code (
  id uuid primary key,
  person_id uuid not null references identity.person,
  -- SHA-256 of eighty random bits: it needs no slowness.
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  unique (person_id, code_hash)
);

-- What a passkey must sign, once, for this session.
create table staff.challenge (
  session_id uuid primary key references staff.session on delete cascade,
  purpose text not null check (purpose in ('enrol', 'prove')),
  challenge text not null,
  expires_at timestamptz not null
);

-- Every try of a second factor, good or wrong: the trace keeps each, and the wrong ones are counted.
create table staff.attempt (
  id uuid primary key,
  person_id uuid not null references identity.person,
  session_id uuid not null,
  kind text not null check (kind in ('totp', 'passkey', 'recovery-code')),
  succeeded boolean not null,
  at timestamptz not null
);
create index attempt_person on staff.attempt (person_id, at);
create index attempt_at on staff.attempt (at);

-- A request to sign in. It names an address and no person: whether it is an administrator's is looked at by the job that writes the mail.
create table staff.sign_in_link (
  id uuid primary key,
  email text not null,
  return_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_expires on staff.sign_in_link (expires_at);

create table staff.sign_in_token (
  token_hash bytea primary key,
  link_id uuid not null references staff.sign_in_link on delete cascade
);
create index sign_in_token_link on staff.sign_in_token (link_id);

create table staff.sign_in_limit (
  key bytea primary key,
  window_start timestamptz not null,
  count integer not null
);

create trigger audit after insert or update of factor or delete on staff.session for each row execute function audit.capture('-token_hash');
create trigger audit after insert or update of name or delete on staff.factor for each row
  execute function audit.capture('-secret', '-credential_id', '-public_key');
create trigger audit after insert or update or delete on staff.recovery_code for each row execute function audit.capture('-code_hash');
create trigger audit after insert on staff.attempt for each row execute function audit.capture();

grant usage on schema staff to sillage_worker, sillage_back_office;
grant select, insert, update, delete on staff.session, staff.factor, staff.recovery_code, staff.challenge to sillage_back_office;
grant select, insert on staff.attempt to sillage_back_office;
grant select, insert, update on staff.sign_in_link, staff.sign_in_limit to sillage_back_office;
grant select on staff.sign_in_token to sillage_back_office;
grant select, delete on staff.session, staff.sign_in_link, staff.sign_in_limit, staff.attempt to sillage_worker;
grant insert on staff.sign_in_token to sillage_worker;
