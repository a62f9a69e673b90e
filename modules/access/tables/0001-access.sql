-- Programs that act by themselves, the tokens that they were given, and the keys that sign those tokens.

create table access.client (
  id uuid primary key,
  -- Whose program it is; none for one of the platform. Organisations belong to another module, which need not be mounted.
  organisation_id uuid,
  name text not null check (char_length(name) between 1 and 120),
  -- `bases:read`: what its tokens may do at most; the roles say what of that, and where.
  scopes text[] not null,
  roles text[] not null,
  created_by uuid,
  created_at timestamptz not null,
  revoked_at timestamptz,
  version integer not null default 1
);
create index client_organisation on access.client (organisation_id) where organisation_id is not null;

-- SHA-256 of a random secret of 256 bits. For a time after a rotation a client has two.
create table access.client_secret (
  id uuid primary key,
  client_id uuid not null references access.client on delete cascade,
  hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index client_secret_client on access.client_secret (client_id);

create table access.signing_key (
  kid text primary key,
  public_jwk jsonb not null,
  private_key secrets.sealed not null,
  created_at timestamptz not null,
  -- Published before it signs, so that who checks offline has it in time, and after, until what it signed has ended.
  signs_from timestamptz not null,
  signs_until timestamptz not null,
  published_until timestamptz not null
);
create index signing_key_published on access.signing_key (published_until);

-- What was issued and still runs: enough to revoke it, nothing to use it.
create table access.token (
  jti uuid primary key,
  client_id uuid not null references access.client on delete cascade,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index token_client on access.token (client_id);
create index token_expires on access.token (expires_at);
create index token_revoked on access.token (expires_at) where revoked_at is not null;

create trigger audit after insert or update or delete on access.client for each row execute function audit.capture();
create trigger audit after insert or update or delete on access.client_secret for each row execute function audit.capture('-hash');
create trigger audit after insert or update or delete on access.signing_key for each row execute function audit.capture('kid', '-private_key');
create trigger audit after update of revoked_at on access.token for each row execute function audit.capture('jti');

grant usage on schema access to sillage_portal, sillage_worker, sillage_back_office;
grant select on access.client, access.client_secret to sillage_portal;
grant select, insert on access.signing_key, access.token to sillage_portal;
grant update (revoked_at) on access.token to sillage_portal, sillage_back_office;
grant select, insert, update on access.client, access.client_secret to sillage_back_office;
grant select on access.token, access.signing_key to sillage_back_office;
grant update (signs_until, published_until) on access.signing_key to sillage_back_office;
grant select, delete on access.token, access.signing_key, access.client_secret to sillage_worker;
