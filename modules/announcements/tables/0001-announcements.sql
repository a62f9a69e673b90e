-- What administrators tell many people at once, and who got it.

create table announcements.announcement (
  id uuid primary key,
  -- Whose it is: an organisation tells its own people; none is the platform.
  organisation_id uuid references organisations.organisation,
  title text not null check (char_length(title) between 1 and 120),
  body text not null check (char_length(body) between 1 and 5000),
  -- To whom: everybody, or those who are this, here, or these people.
  audience text not null check (audience in ('everyone', 'organisation', 'role', 'group', 'people')),
  to_organisation_id uuid,
  to_role text,
  to_group_id uuid,
  person_ids uuid[],
  is_critical boolean not null,
  asks_acknowledgement boolean not null,
  author_id uuid,
  created_at timestamptz not null,
  due_at timestamptz not null,
  ends_at timestamptz,
  state text not null default 'scheduled' check (state in ('scheduled', 'held', 'sending', 'sent', 'recalled', 'returned', 'ended')),
  -- The last person given it, in the order of their keys, and how many were.
  given_to uuid,
  reached integer not null default 0,
  recalled_at timestamptz,
  recalled_reason text check (char_length(recalled_reason) between 1 and 500),
  version integer not null default 1,
  check ((audience = 'people') = (person_ids is not null)),
  check (ends_at > due_at)
);
create index announcement_listed on announcements.announcement (organisation_id, id desc);
create index announcement_due on announcements.announcement (due_at) where state = 'scheduled';
create index announcement_ending on announcements.announcement (ends_at) where state = 'sent';

create table announcements.receipt (
  announcement_id uuid not null references announcements.announcement,
  person_id uuid not null references identity.person,
  at timestamptz not null,
  acknowledged_at timestamptz,
  primary key (announcement_id, person_id)
);
create index receipt_person on announcements.receipt (person_id, announcement_id desc);

alter table announcements.receipt enable row level security;
alter table announcements.receipt force row level security;
create policy every on announcements.receipt to sillage_owner, sillage_worker using (true);
create policy own on announcements.receipt to sillage_portal using (person_id = (select current_setting('app.person')::uuid));

-- How many have said that they read it; never who.
create function announcements.acknowledged(announcement uuid) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from announcements.receipt where announcement_id = announcement and acknowledged_at is not null
$$;
revoke execute on function announcements.acknowledged(uuid) from public;
grant execute on function announcements.acknowledged(uuid) to sillage_portal, sillage_back_office;

create trigger audit after insert or update of state on announcements.announcement
  for each row execute function audit.capture('-title', '-body', '-recalled_reason');

grant usage on schema announcements to sillage_portal, sillage_worker, sillage_back_office, sillage_statistics;
grant select, insert on announcements.announcement to sillage_portal, sillage_back_office;
grant update (state, recalled_at, recalled_reason, version) on announcements.announcement to sillage_portal, sillage_back_office;
grant select, update (state, given_to, reached, version) on announcements.announcement to sillage_worker;
grant select, update (acknowledged_at) on announcements.receipt to sillage_portal;
grant select, insert on announcements.receipt to sillage_worker;
grant select (organisation_id, audience, is_critical, asks_acknowledgement, due_at, state, reached) on announcements.announcement to sillage_statistics;
