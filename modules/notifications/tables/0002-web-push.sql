-- Devices that people asked to be told on (Web Push, RFC 8030), and what waits while notifications are switched off.

create table notifications.device (
  id uuid primary key,
  person_id uuid not null references identity.person,
  -- Where its push service takes what is for it, and the keys that its browser made (RFC 8291 §2): only that browser reads what is sent.
  endpoint text not null check (char_length(endpoint) <= 1000),
  endpoint_hash bytea not null unique,
  p256dh text not null check (char_length(p256dh) = 87),
  auth text not null check (char_length(auth) = 22),
  -- Family of the browser, to tell one's devices apart.
  browser text,
  at timestamptz not null,
  -- When its push service last took something.
  used_at timestamptz
);
create index device_person on notifications.device (person_id);

-- None: as the kind declares.
alter table notifications.preference add push boolean;

alter table notifications.notification
  -- When it is to leave for the person's devices; none: not, or not again.
  add push_at timestamptz,
  add pushed_at timestamptz;
create index notification_push on notifications.notification (push_at, person_id) where push_at is not null;

-- What is given to the push service of a device: claimed before it is, so that nothing leaves twice.
create table notifications.push (
  id uuid primary key,
  device_id uuid not null references notifications.device on delete cascade,
  -- The one that it tells; none: several at once.
  notification_id uuid references notifications.notification on delete cascade,
  count integer not null,
  is_critical boolean not null,
  state text not null default 'waiting' check (state in ('waiting', 'claimed', 'sent', 'failed', 'uncertain', 'late')),
  -- What the push service answered.
  status smallint,
  -- When it was made; when it was claimed.
  made_at timestamptz not null,
  at timestamptz not null
);
create index push_device on notifications.push (device_id);
create index push_notification on notifications.push (notification_id) where notification_id is not null;
create index push_made on notifications.push (made_at);

-- A browser has one address: whoever signed in there before is told nothing there any more. The person is the one who acts.
create function notifications.enrol(device uuid, address text, hash bytea, key text, secret text, family text, instant timestamptz)
returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid := current_setting('app.person')::uuid;
  kept uuid;
begin
  if who is null then
    raise exception 'nobody acts';
  end if;
  delete from notifications.device where endpoint_hash = hash and person_id <> who;
  insert into notifications.device (id, person_id, endpoint, endpoint_hash, p256dh, auth, browser, at)
    values (device, who, address, hash, key, secret, family, instant)
    on conflict (endpoint_hash) do update set p256dh = excluded.p256dh, auth = excluded.auth, browser = excluded.browser
    returning id into kept;
  return kept;
end $$;
revoke execute on function notifications.enrol(uuid, text, bytea, text, text, text, timestamptz) from public;
grant execute on function notifications.enrol(uuid, text, bytea, text, text, text, timestamptz) to sillage_portal;

alter table notifications.device enable row level security;
alter table notifications.device force row level security;
alter table notifications.push enable row level security;
alter table notifications.push force row level security;
create policy every on notifications.device to sillage_owner, sillage_worker using (true);
create policy own on notifications.device to sillage_portal using (person_id = (select current_setting('app.person')::uuid));
create policy every on notifications.push to sillage_owner, sillage_worker using (true);

create trigger audit after insert or delete on notifications.device
  for each row execute function audit.capture('-endpoint', '-endpoint_hash', '-p256dh', '-auth', '-used_at');

-- Never where it is nor its keys: those are for the worker.
grant select (id, person_id, endpoint_hash, browser, at, used_at), delete on notifications.device to sillage_portal;
grant select, update (used_at), delete on notifications.device to sillage_worker;
grant select, insert, update, delete on notifications.push to sillage_worker;
grant update (push_at) on notifications.notification to sillage_portal;
grant select (pushed_at) on notifications.notification to sillage_statistics;
