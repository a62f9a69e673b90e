-- What people are told: kinds and parameters, never sentences. Whatever is a person's is seen by that person alone.

-- Something to tell, as a module asked: a job gives it to each person and takes it away.
create table notifications.request (
  id uuid primary key,
  kind text not null,
  person_ids uuid[] not null,
  params jsonb not null,
  -- Who caused it.
  by_person_id uuid references identity.person,
  -- What it is about and what that stands in, as `bases.resource:<id>`.
  about text,
  within text[] not null,
  -- SHA-256 of what tells two happenings of one kind apart.
  key bytea not null,
  at timestamptz not null
);
create index request_by on notifications.request (by_person_id) where by_person_id is not null;

-- That a person was told, for a day: the same one is not told again.
create table notifications.happening (
  person_id uuid not null references identity.person,
  kind text not null,
  key bytea not null,
  at timestamptz not null,
  primary key (person_id, kind, key)
);
create index happening_at on notifications.happening (at);

-- A mail with what a person was to learn by mail: claimed with it, so that nothing leaves twice.
create table notifications.letter (
  id uuid primary key,
  person_id uuid not null references identity.person,
  is_digest boolean not null,
  -- Kinds in it from which it unsubscribes: those that are not critical.
  kinds text[] not null,
  at timestamptz not null
);
create index letter_person on notifications.letter (person_id);
create index letter_at on notifications.letter (at);

-- The secret of a mail's link that unsubscribes; another try of the same mail has its own.
create table notifications.unsubscription (
  token_hash bytea primary key,
  letter_id uuid not null references notifications.letter on delete cascade
);
create index unsubscription_letter on notifications.unsubscription (letter_id);

create table notifications.notification (
  id uuid primary key,
  person_id uuid not null references identity.person,
  kind text not null,
  params jsonb not null,
  about text,
  within text[] not null,
  is_critical boolean not null,
  -- How many happenings it tells.
  count integer not null default 1,
  -- Takes what happens next about the same thing, until it is read.
  is_open boolean not null,
  -- False for whoever wants this kind by mail alone.
  on_screen boolean not null,
  at timestamptz not null,
  read_at timestamptz,
  -- When it is to leave by mail, at once or with what leaves together; none: not, or not again.
  mail_pace text check (mail_pace in ('at-once', 'daily', 'weekly')),
  mail_at timestamptz,
  mailed_at timestamptz,
  letter_id uuid references notifications.letter on delete set null,
  check (mail_at is null or mail_pace is not null)
);
create unique index notification_open on notifications.notification (person_id, kind, about) where is_open;
create index notification_unread on notifications.notification (person_id) where read_at is null and on_screen;
create index notification_listed on notifications.notification (person_id, at desc, id desc) where on_screen;
create index notification_mail on notifications.notification (mail_at, person_id) where mail_at is not null;
create index notification_letter on notifications.notification (letter_id) where letter_id is not null;
create index notification_at on notifications.notification (at);

-- Who caused one, apart: it goes when they do, and the line stays its reader's.
create table notifications.cause (
  notification_id uuid primary key references notifications.notification on delete cascade,
  person_id uuid not null references identity.person
);
create index cause_person on notifications.cause (person_id);

-- What a person chose for a kind; none: what the kind declares.
create table notifications.preference (
  person_id uuid not null references identity.person,
  kind text not null,
  on_screen boolean not null,
  mail text not null check (mail in ('at-once', 'daily', 'weekly', 'never')),
  primary key (person_id, kind)
);

-- When mails may come, in the person's own hours; none: at any hour, digests at eight, weekly on Mondays.
create table notifications.rhythm (
  person_id uuid primary key references identity.person,
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_to smallint check (quiet_to between 0 and 23),
  digest_hour smallint not null default 8 check (digest_hour between 0 and 23),
  -- 1 is Monday (ISO 8601).
  digest_day smallint not null default 1 check (digest_day between 1 and 7),
  digests boolean not null default true,
  version integer not null default 1,
  check ((quiet_from is null) = (quiet_to is null)),
  check (quiet_from <> quiet_to)
);

create table notifications.mute (
  person_id uuid not null references identity.person,
  -- As in `notification.about`.
  subject text not null,
  at timestamptz not null,
  primary key (person_id, subject)
);

-- When a mail may leave: at once unless in the quiet hours, then at their end; else at the person's next hour (and day) of digest.
create function notifications.due_at(pace text, at timestamptz, zone text, quiet_from int, quiet_to int, digest_hour int, digest_day int)
returns timestamptz language plpgsql stable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  here timestamp := at at time zone zone;
  today timestamp := date_trunc('day', at at time zone zone);
  hour int := extract(hour from at at time zone zone);
  due timestamp;
begin
  if pace = 'at-once' then
    if quiet_from is null or not (case when quiet_from < quiet_to then hour >= quiet_from and hour < quiet_to
        else hour >= quiet_from or hour < quiet_to end) then
      return at;
    end if;
    due := today + make_interval(hours => quiet_to);
    return (case when due > here then due else due + interval '1 day' end) at time zone zone;
  end if;
  due := today + make_interval(hours => digest_hour);
  if pace = 'weekly' then
    due := due + make_interval(days => (digest_day - extract(isodow from here)::int + 7) % 7);
  end if;
  if due <= here then
    due := due + case pace when 'weekly' then interval '7 days' else interval '1 day' end;
  end if;
  return due at time zone zone;
end $$;

-- The counter beside a person's menu, ninety-nine at most: one look at an index, outside of any transaction.
create function notifications.unread(person uuid) returns integer
language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from (select from notifications.notification
    where person_id = person and read_at is null and on_screen limit 100) as listed
$$;

-- What a mail's secret unsubscribes from; `act`: and does it. Nobody is signed in: the secret is the proof (RFC 8058).
create function notifications.unsubscribe(secret bytea, act boolean) returns table (is_digest boolean, kinds text[], is_done boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found notifications.letter;
begin
  select letter.* into found from notifications.unsubscription
    join notifications.letter on letter.id = unsubscription.letter_id where unsubscription.token_hash = secret;
  if found.id is null then
    return;
  end if;
  if act and found.is_digest then
    insert into notifications.rhythm (person_id, digests) values (found.person_id, false)
      on conflict (person_id) do update set digests = false, version = rhythm.version + 1;
    update notifications.notification set mail_at = null
      where person_id = found.person_id and mail_at is not null and mail_pace <> 'at-once';
  elsif act then
    insert into notifications.preference (person_id, kind, on_screen, mail)
      select found.person_id, kind, true, 'never' from unnest(found.kinds) as kind
      on conflict (person_id, kind) do update set mail = 'never';
    update notifications.notification set mail_at = null
      where person_id = found.person_id and mail_at is not null and kind = any (found.kinds);
  end if;
  return query select found.is_digest, found.kinds, case when found.is_digest
    then exists (select from notifications.rhythm where rhythm.person_id = found.person_id and not rhythm.digests)
    else (select count(*) from notifications.preference
      where preference.person_id = found.person_id and preference.kind = any (found.kinds) and preference.mail = 'never') = cardinality(found.kinds) end;
end $$;
revoke execute on function notifications.unread(uuid), notifications.unsubscribe(bytea, boolean) from public;
grant execute on function notifications.unread(uuid), notifications.unsubscribe(bytea, boolean) to sillage_portal;

-- Whatever a query forgets, a person reads and changes their own.
do $$
declare one text;
begin
  foreach one in array array['request', 'happening', 'letter', 'unsubscription', 'notification', 'cause', 'preference', 'rhythm', 'mute'] loop
    execute format('alter table notifications.%I enable row level security', one);
    execute format('alter table notifications.%I force row level security', one);
    execute format('create policy every on notifications.%I to sillage_owner, sillage_worker using (true)', one);
  end loop;
  foreach one in array array['notification', 'preference', 'rhythm', 'mute'] loop
    execute format('create policy own on notifications.%I to sillage_portal
      using (person_id = (select current_setting(''app.person'')::uuid))', one);
  end loop;
end $$;
-- The policy of its notification holds in it.
create policy own on notifications.cause for select to sillage_portal using (exists (
  select from notifications.notification where notification.id = notification_id));
create policy asked on notifications.request for insert to sillage_portal, sillage_back_office with check (true);

create trigger audit after insert or update or delete on notifications.preference for each row execute function audit.capture('person_id', 'kind');
create trigger audit after insert or update or delete on notifications.rhythm for each row execute function audit.capture('person_id');
create trigger audit after insert or delete on notifications.mute for each row execute function audit.capture('person_id', 'subject');

grant usage on schema notifications to sillage_portal, sillage_worker, sillage_back_office, sillage_statistics;
grant insert on notifications.request to sillage_portal, sillage_back_office;
grant select on notifications.notification, notifications.cause to sillage_portal;
grant update (read_at, is_open, mail_at) on notifications.notification to sillage_portal;
grant select, insert, update, delete on notifications.preference, notifications.rhythm, notifications.mute to sillage_portal;
grant select, insert, update, delete on notifications.request, notifications.happening, notifications.letter,
  notifications.unsubscription, notifications.notification, notifications.cause to sillage_worker;
grant select on notifications.preference, notifications.rhythm, notifications.mute to sillage_worker;
-- How much is told and by which ways, never to whom nor what.
grant select (kind, is_critical, count, on_screen, at, read_at, mail_pace, mailed_at) on notifications.notification to sillage_statistics;
create policy counted on notifications.notification for select to sillage_statistics using (true);
