-- Conversations: seen by those who take part in them, and by nobody else.

create table messaging.conversation (
  id uuid primary key,
  kind text not null check (kind in ('pair', 'group', 'channel')),
  title text check (char_length(title) between 1 and 120),
  -- Of two people, the lower key first: two first messages at once make one conversation.
  pair_key text unique,
  -- The group of an organisation that a channel is for.
  organisation_id uuid references organisations.organisation,
  group_id uuid,
  -- Only those who work with the group write: nobody answers.
  is_announcements boolean not null default false,
  created_by uuid references identity.person,
  created_at timestamptz not null,
  -- Of the last message; raised under the lock of this row, so that numbers have no gap and are in the order of commits.
  last_seq integer not null default 0,
  last_at timestamptz not null,
  foreign key (organisation_id, group_id) references organisations.group (organisation_id, id),
  check ((kind = 'channel') = (group_id is not null)),
  check ((group_id is null) = (organisation_id is null)),
  check ((kind = 'pair') = (pair_key is not null)),
  check (kind = 'channel' or not is_announcements)
);
create unique index conversation_channel on messaging.conversation (group_id, title) where kind = 'channel';
create index conversation_created_by on messaging.conversation (created_by) where created_by is not null;

create table messaging.participant (
  conversation_id uuid not null references messaging.conversation on delete cascade,
  person_id uuid not null references identity.person,
  read_seq integer not null default 0,
  -- Put away as long as nothing newer than this comes.
  archived_seq integer,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (conversation_id, person_id)
);
create index participant_person on messaging.participant (person_id) where left_at is null;

create table messaging.message (
  id uuid primary key,
  conversation_id uuid not null references messaging.conversation on delete cascade,
  seq integer not null check (seq > 0),
  -- None once they are erased.
  author_id uuid references identity.person,
  -- Empty when it was deleted, or when its author was erased: a trace stays.
  body text not null check (char_length(body) <= 10000),
  at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  -- The message of the same conversation that it answers.
  answers_id uuid,
  unique (conversation_id, seq),
  unique (conversation_id, id),
  foreign key (conversation_id, answers_id) references messaging.message (conversation_id, id)
);
create index message_answers on messaging.message (conversation_id, answers_id) where answers_id is not null;
create index message_author on messaging.message (author_id) where author_id is not null;

-- What a person has not sent yet.
create table messaging.draft (
  conversation_id uuid not null references messaging.conversation on delete cascade,
  person_id uuid not null references identity.person,
  body text not null check (char_length(body) between 1 and 10000),
  at timestamptz not null,
  primary key (conversation_id, person_id)
);
create index draft_person on messaging.draft (person_id);

-- Whose messages a person does not want.
create table messaging.block (
  person_id uuid not null references identity.person,
  blocked_person_id uuid not null references identity.person,
  at timestamptz not null,
  primary key (person_id, blocked_person_id)
);
create index block_blocked on messaging.block (blocked_person_id);

-- Whether the person who acts takes part. Of a channel only as long as they belong to its group, whatever the list of its people says.
create function messaging.takes_part(one uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from messaging.participant join messaging.conversation on conversation.id = participant.conversation_id
    where participant.conversation_id = one and participant.person_id = current_setting('app.person')::uuid and participant.left_at is null
      and (conversation.group_id is null or 'group:' || conversation.group_id = any (current_setting('app.principals')::text[])))
$$;

create function messaging.opened(one uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from messaging.conversation where id = one and created_by = current_setting('app.person')::uuid)
$$;

-- Among these people, those who want no message of the person who acts.
create function messaging.closed_to_me(people uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select person_id from messaging.block where person_id = any (people) and blocked_person_id = current_setting('app.person')::uuid
$$;

-- The counter beside a person's menu, of conversations, a hundred at most: outside of any transaction. What comes in a channel that they
-- left with its group is not listed to them, and counts until the list of its people follows.
create function messaging.unread(person uuid) returns integer
language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from (select from messaging.participant join messaging.conversation on conversation.id = participant.conversation_id
    where participant.person_id = person and participant.left_at is null
      and conversation.last_seq > participant.read_seq limit 100) as listed
$$;
revoke execute on function messaging.takes_part(uuid), messaging.opened(uuid), messaging.closed_to_me(uuid[]),
  messaging.unread(uuid) from public;
grant execute on function messaging.takes_part(uuid), messaging.opened(uuid), messaging.closed_to_me(uuid[]),
  messaging.unread(uuid) to sillage_portal;

-- Whatever a query forgets.
do $$
declare one text;
begin
  foreach one in array array['conversation', 'participant', 'message', 'draft', 'block'] loop
    execute format('alter table messaging.%I enable row level security', one);
    execute format('alter table messaging.%I force row level security', one);
    execute format('create policy every on messaging.%I to sillage_owner, sillage_worker using (true)', one);
  end loop;
end $$;
create policy seen on messaging.conversation for select to sillage_portal using (messaging.takes_part(id));
create policy opened on messaging.conversation for insert to sillage_portal
  with check (created_by = (select current_setting('app.person')::uuid));
create policy written on messaging.conversation for update to sillage_portal using (messaging.takes_part(id));

create policy seen on messaging.participant for select to sillage_portal
  using (person_id = (select current_setting('app.person')::uuid) or messaging.takes_part(conversation_id));
-- Those who begin it say with whom; the people of a channel are its group's, and the worker's to list.
create policy begun on messaging.participant for insert to sillage_portal with check (messaging.opened(conversation_id));
create policy own on messaging.participant for update to sillage_portal using (person_id = (select current_setting('app.person')::uuid));

create policy seen on messaging.message for select to sillage_portal using (messaging.takes_part(conversation_id));
create policy written on messaging.message for insert to sillage_portal
  with check (author_id = (select current_setting('app.person')::uuid) and messaging.takes_part(conversation_id));
create policy mended on messaging.message for update to sillage_portal using (author_id = (select current_setting('app.person')::uuid));

create policy own on messaging.draft to sillage_portal
  using (person_id = (select current_setting('app.person')::uuid) and messaging.takes_part(conversation_id));
create policy own on messaging.block to sillage_portal using (person_id = (select current_setting('app.person')::uuid));

-- That somebody wrote or left, never what was written.
create trigger audit after insert or update or delete on messaging.conversation for each row execute function audit.capture('-title');
create trigger audit after insert or delete on messaging.block for each row
  execute function audit.capture('person_id', 'blocked_person_id');
create trigger audit after update on messaging.message for each row execute function audit.capture('-body');

grant usage on schema messaging to sillage_portal, sillage_worker, sillage_statistics;
grant select, insert, update (last_seq, last_at) on messaging.conversation to sillage_portal;
grant select, insert, update (read_seq, archived_seq, left_at) on messaging.participant to sillage_portal;
grant select, insert, update (body, edited_at, deleted_at) on messaging.message to sillage_portal;
grant select, insert, update, delete on messaging.draft, messaging.block to sillage_portal;
grant select, insert, update, delete on messaging.conversation, messaging.participant, messaging.message, messaging.draft, messaging.block
  to sillage_worker;
-- How much is written, never by whom nor what.
grant select (kind, created_at, last_seq) on messaging.conversation to sillage_statistics;
create policy counted on messaging.conversation for select to sillage_statistics using (true);
