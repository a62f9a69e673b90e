-- Signing in through identity providers and by passkeys.

-- What a person sees of an identity that they linked: by which provider of the settings, under which name there.
alter table identity.external_identifier
  add provider text,
  add label text,
  add last_used_at timestamptz;
drop trigger audit on identity.external_identifier;
create trigger audit after insert or update of person_id, value, valid_to or delete on identity.external_identifier for each row
  execute function audit.capture('-value', '-label');

-- A browser sent to a provider that has not come back yet (OpenID Connect Core §3.1.2.1). Taken out when it comes back, so it serves once.
create table identity.authorization_request (
  id uuid primary key,
  -- SHA-256 of `state`, and of the cookie of the browser that left: another browser cannot bring the answer.
  state_hash bytea not null unique,
  browser_hash bytea not null,
  provider text not null,
  purpose text not null check (purpose in ('sign-in', 'link', 'sign-out')),
  -- Who asked to link an identity.
  person_id uuid references identity.person,
  nonce text,
  code_verifier text,
  -- For a sign-out at the provider: what it asks for to know whose session it closes.
  id_token text,
  return_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index authorization_request_expires on identity.authorization_request (expires_at);
create index authorization_request_person on identity.authorization_request (person_id) where person_id is not null;

-- An identity that a provider vouched for and that belongs to nobody yet. It is proposed to a person, never given: they confirm once they
-- have proved that the account is theirs.
create table identity.proposal (
  id uuid primary key,
  -- SHA-256 of the ticket that the browser keeps in a cookie.
  ticket_hash bytea not null unique,
  provider text not null,
  issuer text not null,
  subject text not null,
  first_name text,
  last_name text,
  email text check (email = lower(email)),
  -- The provider answers for this address.
  email_proved boolean not null,
  acr text,
  amr text[] not null default '{}',
  id_token text,
  -- Who left for the provider to link this identity to their account; none for a sign-in.
  person_id uuid references identity.person,
  return_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  settled_at timestamptz
);
create index proposal_expires on identity.proposal (expires_at);
create index proposal_person on identity.proposal (person_id) where person_id is not null;

-- What an administration announced: who had this address will come with that one. It only makes a proposal; both must be proved.
create table identity.email_reconciliation (
  id uuid primary key,
  old_email text not null check (old_email = lower(old_email)),
  expected_new_email text not null unique check (expected_new_email = lower(expected_new_email)),
  created_at timestamptz not null,
  settled_at timestamptz
);
create index email_reconciliation_old on identity.email_reconciliation (old_email);

-- A public key of the person's device (Web Authentication, level 3). Discoverable: it says itself whose it is.
create table identity.passkey (
  id uuid primary key,
  person_id uuid not null references identity.person,
  credential_id text not null unique,
  public_key bytea not null,
  -- Goes up at each use where the device counts: a copy is noticed.
  counter bigint not null,
  transports text[] not null default '{}',
  is_backed_up boolean not null,
  name text not null check (char_length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person on identity.passkey (person_id);

create table identity.passkey_challenge (
  challenge_hash bytea primary key,
  -- The person who adds a passkey, or the browser that signs in with one.
  person_id uuid references identity.person,
  browser_hash bytea,
  expires_at timestamptz not null,
  check (num_nonnulls(person_id, browser_hash) = 1)
);
create index passkey_challenge_expires on identity.passkey_challenge (expires_at);
create index passkey_challenge_person on identity.passkey_challenge (person_id) where person_id is not null;

-- A link may also prove an address that the person has only claimed.
alter table identity.sign_in_link drop constraint sign_in_link_purpose_check;
alter table identity.sign_in_link add person_id uuid references identity.person,
  add constraint sign_in_link_purpose_check check (purpose in ('sign-in', 'prove-address')
    and (purpose = 'prove-address') = (person_id is not null));
create index sign_in_link_person on identity.sign_in_link (person_id) where person_id is not null;

create trigger audit after insert or update of name or delete on identity.passkey for each row
  execute function audit.capture('-credential_id', '-public_key', '-name');
create trigger audit after insert or update or delete on identity.email_reconciliation for each row
  execute function audit.capture('-old_email', '-expected_new_email');

grant select, insert, update on identity.external_identifier to sillage_portal;
grant update (verified_at, is_primary) on identity.address to sillage_portal;
grant select, insert, update, delete on identity.authorization_request, identity.proposal, identity.passkey to sillage_portal;
grant select, insert, delete on identity.passkey_challenge to sillage_portal;
grant select, update on identity.email_reconciliation to sillage_portal;
grant select, delete on identity.authorization_request, identity.proposal, identity.passkey_challenge to sillage_worker;
grant select on identity.passkey to sillage_back_office;
-- Staff sign in by a provider too; what they bring back is looked up, never proposed.
grant select, insert, update, delete on identity.authorization_request to sillage_back_office;
grant select, insert, delete on identity.email_reconciliation to sillage_back_office;
grant select on identity.passkey, identity.external_identifier to sillage_worker;
