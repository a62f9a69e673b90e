-- Where people work, learn and are received, in which groups, with which roles and until when.

create table organisations.organisation (
  id uuid primary key,
  kind text not null check (kind in ('establishment', 'social-structure', 'mediation-structure', 'administration')),
  name text not null check (char_length(name) between 2 and 150),
  -- 14 digits with their key (INSEE); checked by the application.
  siret text check (siret ~ '^[0-9]{14}$'),
  -- Of an establishment of the Ministry of Education: 7 digits and a letter; checked by the application.
  uai text check (uai is null or (uai ~ '^[0-9]{7}[A-Z]$' and kind = 'establishment')),
  parent_id uuid references organisations.organisation check (parent_id <> id),
  -- Where its days begin: a right that ends on the 31st ends at midnight there.
  time_zone text not null default 'Europe/Paris',
  -- Whether it stands in the directory and can be asked to join.
  accepts_requests boolean not null default false,
  -- What it tells those who ask.
  welcome text check (char_length(welcome) <= 500),
  -- A closed organisation gives no right; its rows stay.
  closed_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1
);
create unique index organisation_siret on organisations.organisation (siret) where siret is not null;
create unique index organisation_uai on organisations.organisation (uai) where uai is not null;
create index organisation_parent on organisations.organisation (parent_id) where parent_id is not null;

create table organisations.group (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  kind text not null check (kind in ('class', 'cohort', 'programme', 'team')),
  name text not null check (char_length(name) between 1 and 100),
  -- How the establishment's own system names it.
  code text check (char_length(code) between 1 and 100),
  parent_id uuid check (parent_id <> id),
  closed_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  unique (organisation_id, id),
  foreign key (organisation_id, parent_id) references organisations.group (organisation_id, id)
);
create unique index group_code on organisations.group (organisation_id, code) where code is not null;
create index group_parent on organisations.group (organisation_id, parent_id) where parent_id is not null;

-- Each group with itself and all those above it, so that a right on a programme reaches its classes without a recursion.
create table organisations.group_within (
  organisation_id uuid not null,
  group_id uuid not null,
  ancestor_id uuid not null,
  primary key (ancestor_id, group_id),
  foreign key (organisation_id, group_id) references organisations.group (organisation_id, id) on delete cascade,
  foreign key (organisation_id, ancestor_id) references organisations.group (organisation_id, id) on delete cascade
);
create index group_within_group on organisations.group_within (group_id);

-- One role of one person, in the whole organisation or in a group of it. Never deleted by hand: it ends.
create table organisations.membership (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  group_id uuid,
  person_id uuid not null,
  role text not null check (role in ('student', 'teacher', 'programme-manager', 'pedagogical-administrator', 'structure-manager',
    'social-worker', 'instructor', 'reception-agent', 'referent', 'mediator', 'member')),
  -- Days, both included, at the organisation's place.
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- How it came: `invitation`, `join-request`, `back-office`, `csv`, `scim`…
  source text not null check (char_length(source) between 1 and 40),
  ended_at timestamptz,
  -- The person left by themselves: nobody brings them back without asking.
  left_by_self boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1,
  unique (organisation_id, id),
  foreign key (organisation_id, group_id) references organisations.group (organisation_id, id),
  -- A programme manager has a programme; who manages everything has no group.
  check (role <> 'programme-manager' or group_id is not null),
  check (role not in ('pedagogical-administrator', 'structure-manager') or group_id is null)
);
create unique index membership_whole on organisations.membership (organisation_id, person_id, role)
  where group_id is null and ended_at is null;
create unique index membership_in_group on organisations.membership (organisation_id, person_id, role, group_id)
  where group_id is not null and ended_at is null;
create index membership_person on organisations.membership (person_id);
create index membership_group on organisations.membership (organisation_id, group_id, person_id) where ended_at is null;

create table organisations.invitation (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  group_id uuid,
  -- Gone as soon as it is accepted: the membership then says who.
  email text check (email = lower(email)),
  role text not null,
  -- Of the membership that it offers.
  valid_to date,
  message text check (char_length(message) <= 500),
  -- None when the platform invites (the first administrator), or when the person who did is erased.
  invited_by uuid,
  by_platform boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  sent_count integer not null default 0,
  last_asked_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  version integer not null default 1,
  unique (organisation_id, id),
  foreign key (organisation_id, group_id) references organisations.group (organisation_id, id),
  check ((email is null) = (accepted_at is not null)),
  check (accepted_at is null or revoked_at is null)
);
create unique index invitation_whole on organisations.invitation (organisation_id, email, role)
  where group_id is null and accepted_at is null and revoked_at is null;
create unique index invitation_in_group on organisations.invitation (organisation_id, email, role, group_id)
  where group_id is not null and accepted_at is null and revoked_at is null;
create index invitation_expires on organisations.invitation (expires_at);
create index invitation_by on organisations.invitation (invited_by) where invited_by is not null;
create index invitation_accepted_by on organisations.invitation (accepted_by) where accepted_by is not null;

-- SHA-256 of the secret of a mail. One a mail: when the mail server left us in doubt a second mail goes, and both must work.
create table organisations.invitation_token (
  token_hash bytea primary key,
  organisation_id uuid not null,
  invitation_id uuid not null,
  foreign key (organisation_id, invitation_id) references organisations.invitation (organisation_id, id) on delete cascade
);
create index invitation_token_invitation on organisations.invitation_token (organisation_id, invitation_id);

-- Links that open nothing, by the person who tried them, hashed; for an hour at most.
create table organisations.invitation_miss (
  key bytea primary key,
  window_start timestamptz not null,
  count integer not null
);

create table organisations.join_request (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  person_id uuid not null,
  message text check (char_length(message) between 1 and 500),
  state text not null default 'pending' check (state in ('pending', 'accepted', 'refused', 'withdrawn')),
  -- Why it was refused, in words for the person.
  reason text check (char_length(reason) between 1 and 500),
  created_at timestamptz not null,
  decided_at timestamptz,
  version integer not null default 1,
  unique (organisation_id, id),
  check ((state = 'pending') = (decided_at is null))
);
create unique index join_request_pending on organisations.join_request (organisation_id, person_id) where state = 'pending';
create index join_request_person on organisations.join_request (person_id);
create index join_request_organisation on organisations.join_request (organisation_id, created_at);

-- Whose account is closed for now, as the module of identities tells: they do not count among those who administer.
create table organisations.suspended_person (person_id uuid primary key);

create function organisations.today(zone text) returns date language sql stable as $$ select (now() at time zone zone)::date $$;

-- What other modules join.
create view organisations.card as
  select id, name, kind, closed_at is not null as is_closed from organisations.organisation;

-- Roles of memberships valid now, read by the session's reader. Whoever has a role in a group is a plain member of its organisation; a
-- programme manager manages the groups within their programme.
create view organisations.grant as
  select membership.person_id, 'organisation' as scope, membership.organisation_id as id,
    case when membership.group_id is null then membership.role else 'member' end as role
  from organisations.membership
  join organisations.organisation on organisation.id = membership.organisation_id and organisation.closed_at is null
  left join organisations.group as one on one.id = membership.group_id
  where membership.ended_at is null and one.closed_at is null
    and organisations.today(organisation.time_zone) between membership.valid_from and coalesce(membership.valid_to, 'infinity')
  union all
  select membership.person_id, 'group', one.id, membership.role
  from organisations.membership
  join organisations.organisation on organisation.id = membership.organisation_id and organisation.closed_at is null
  join organisations.group_within as within on within.ancestor_id = membership.group_id
    and (within.group_id = membership.group_id or membership.role = 'programme-manager')
  join organisations.group as one on one.id = within.group_id and one.closed_at is null
  where membership.ended_at is null
    and organisations.today(organisation.time_zone) between membership.valid_from and coalesce(membership.valid_to, 'infinity');

-- What the holder of a mail's secret may know of its invitation, who belongs to no organisation yet.
create function organisations.invitation_by_token(secret bytea) returns setof organisations.invitation
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select invitation.* from organisations.invitation_token as token
  join organisations.invitation on invitation.id = token.invitation_id where token.token_hash = secret $$;
create function organisations.group_of_invitation(invitation uuid, secret bytea) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select one.name from organisations.invitation_token as token
  join organisations.invitation as invited on invited.id = token.invitation_id
  join organisations.group as one on one.id = invited.group_id
  where token.token_hash = secret and invited.id = invitation $$;

-- Uses an invitation for the person who acts, once: nobody enters an organisation without its secret, whatever a query forgets.
-- Answers whether it was still to be used. A role that the person has already stays as it is, unless its last day is over.
create function organisations.use_invitation(secret bytea, membership uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid := current_setting('app.person')::uuid;
  used organisations.invitation;
begin
  update organisations.invitation set accepted_at = at, accepted_by = person, email = null, version = version + 1
    where id = (select invitation_id from organisations.invitation_token where token_hash = secret)
      and accepted_at is null and revoked_at is null and expires_at > at
    returning * into used;
  if used.id is null then
    return false;
  end if;
  -- The same role whose last day is over gives its place.
  update organisations.membership as former set ended_at = at, version = former.version + 1
    from organisations.organisation where organisation.id = used.organisation_id and former.organisation_id = used.organisation_id
      and former.person_id = person and former.role = used.role and former.group_id is not distinct from used.group_id
      and former.ended_at is null and former.valid_to < organisations.today(organisation.time_zone);
  insert into organisations.membership (id, organisation_id, group_id, person_id, role, valid_from, valid_to, source, created_at)
    select membership, used.organisation_id, used.group_id, person, used.role, organisations.today(organisation.time_zone), used.valid_to,
      'invitation', at
    from organisations.organisation where organisation.id = used.organisation_id
    on conflict do nothing;
  return true;
end $$;
revoke execute on function organisations.invitation_by_token(bytea), organisations.group_of_invitation(uuid, bytea),
  organisations.use_invitation(bytea, uuid, timestamptz) from public;
grant execute on function organisations.invitation_by_token(bytea), organisations.group_of_invitation(uuid, bytea),
  organisations.use_invitation(bytea, uuid, timestamptz) to sillage_portal;

-- The second line: what a query forgot does not cross organisations. Without a context these settings do not exist, or are empty: an error.
alter table organisations.membership enable row level security;
alter table organisations.membership force row level security;
alter table organisations.group enable row level security;
alter table organisations.group force row level security;
alter table organisations.group_within enable row level security;
alter table organisations.group_within force row level security;
alter table organisations.invitation enable row level security;
alter table organisations.invitation force row level security;
alter table organisations.join_request enable row level security;
alter table organisations.join_request force row level security;

create policy seen on organisations.membership for select to sillage_portal using (
  organisation_id = any ((select current_setting('app.organisations')::uuid[])::uuid[])
  or person_id = (select current_setting('app.person')::uuid));
create policy given on organisations.membership for insert to sillage_portal with check (
  organisation_id = any ((select current_setting('app.organisations')::uuid[])::uuid[]));
create policy changed on organisations.membership for update to sillage_portal using (
  organisation_id = any ((select current_setting('app.organisations')::uuid[])::uuid[])
  or person_id = (select current_setting('app.person')::uuid));
create policy inside on organisations.group to sillage_portal using (
  organisation_id = any ((select current_setting('app.organisations')::uuid[])::uuid[]));
create policy inside on organisations.group_within to sillage_portal using (
  organisation_id = any ((select current_setting('app.organisations')::uuid[])::uuid[]));
create policy inside on organisations.invitation to sillage_portal using (
  organisation_id = any ((select current_setting('app.organisations')::uuid[])::uuid[]));
create policy seen on organisations.join_request for select to sillage_portal using (
  organisation_id = any ((select current_setting('app.organisations')::uuid[])::uuid[])
  or person_id = (select current_setting('app.person')::uuid));
create policy asked on organisations.join_request for insert to sillage_portal with check (
  person_id = (select current_setting('app.person')::uuid));
create policy decided on organisations.join_request for update to sillage_portal using (
  organisation_id = any ((select current_setting('app.organisations')::uuid[])::uuid[])
  or person_id = (select current_setting('app.person')::uuid));

-- The owner migrates and answers through the views and functions above; the worker and the back office work for every organisation.
create policy whole on organisations.membership to sillage_owner, sillage_worker, sillage_back_office using (true);
create policy whole on organisations.group to sillage_owner, sillage_worker, sillage_back_office using (true);
create policy whole on organisations.group_within to sillage_owner, sillage_worker, sillage_back_office using (true);
create policy whole on organisations.invitation to sillage_owner, sillage_worker, sillage_back_office using (true);
create policy whole on organisations.join_request to sillage_owner, sillage_worker, sillage_back_office using (true);

create trigger audit after insert or update or delete on organisations.organisation for each row execute function audit.capture();
create trigger audit after insert or update or delete on organisations.group for each row execute function audit.capture();
create trigger audit after insert or update or delete on organisations.membership for each row execute function audit.capture();
create trigger audit after insert or update or delete on organisations.invitation for each row
  execute function audit.capture('-email', '-message');
create trigger audit after insert or update or delete on organisations.join_request for each row
  execute function audit.capture('-message', '-reason');

grant usage on schema organisations to sillage_portal, sillage_worker, sillage_back_office, sillage_statistics;
grant select on organisations.card to sillage_portal, sillage_worker, sillage_back_office, sillage_statistics;
grant select on organisations.grant to sillage_portal, sillage_worker, sillage_back_office;
grant select, update (name, accepts_requests, welcome, version) on organisations.organisation to sillage_portal;
grant select, insert, update (name, code, closed_at, version) on organisations.group to sillage_portal;
grant select, insert on organisations.group_within to sillage_portal, sillage_worker, sillage_back_office;
-- Whose it is, where and as what never change: a membership ends, and another begins.
grant select, insert, update (valid_from, valid_to, ended_at, left_by_self, source, version) on organisations.membership to sillage_portal;
grant select, insert, update (expires_at, last_asked_at, revoked_at, version) on organisations.invitation to sillage_portal;
grant select, insert, update (state, reason, decided_at, version) on organisations.join_request to sillage_portal;
grant select, insert, update, delete on organisations.invitation_miss to sillage_portal;
grant select on organisations.suspended_person to sillage_portal, sillage_back_office;
grant select, insert, delete on organisations.suspended_person to sillage_worker;

-- Its row is held while its administrators are counted.
grant select, update (version) on organisations.organisation to sillage_worker;
grant select, insert, update on organisations.group, organisations.membership to sillage_worker;
grant select, update, delete on organisations.invitation to sillage_worker;
grant insert on organisations.invitation_token to sillage_worker;
grant select, delete on organisations.invitation_miss to sillage_worker;
grant select on organisations.join_request to sillage_worker;

grant select, insert, update on organisations.organisation, organisations.group to sillage_back_office;
grant select, insert, update, delete on organisations.membership, organisations.invitation, organisations.join_request
  to sillage_back_office;
