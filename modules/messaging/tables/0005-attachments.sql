-- Files that go with a message, or with one that waits: read by those who read it.

create table messaging.attachment (
  id uuid primary key,
  conversation_id uuid references messaging.conversation on delete cascade,
  message_id uuid references messaging.message on delete cascade,
  held_id uuid references messaging.held_message on delete cascade,
  -- Who wrote the message: it goes with them.
  person_id uuid not null references identity.person,
  file_id uuid not null,
  position smallint not null,
  -- What a picture shows, for those who do not see it; empty when nobody said.
  alt text not null default '' check (char_length(alt) <= 320),
  -- Who reads the file, as `files` was told.
  principals text[] not null,
  check ((message_id is null) <> (held_id is null))
);
create index attachment_message on messaging.attachment (message_id, position) where message_id is not null;
create index attachment_held on messaging.attachment (held_id, position) where held_id is not null;
create index attachment_conversation on messaging.attachment (conversation_id) where conversation_id is not null;
create index attachment_person on messaging.attachment (person_id);

alter table messaging.attachment enable row level security;
alter table messaging.attachment force row level security;
create policy every on messaging.attachment to sillage_owner, sillage_worker using (true);
-- Of what one reads: the policies of messages answer.
create policy seen on messaging.attachment for select to sillage_portal
  using (exists (select from messaging.message where message.id = message_id)
    or exists (select from messaging.held_message where held_message.id = held_id));
create policy given on messaging.attachment for insert to sillage_portal
  with check (person_id = (select current_setting('app.person')::uuid)
    and (exists (select from messaging.message where message.id = message_id and message.author_id = person_id)
      or exists (select from messaging.held_message where held_message.id = held_id)));
create policy taken on messaging.attachment for delete to sillage_portal using (person_id = (select current_setting('app.person')::uuid));

create trigger audit after insert or delete on messaging.attachment for each row execute function audit.capture('-alt');

-- Who reads a message, as `files` compares it: the group of a channel, else those who are there and came before it was written.
create function messaging.readers_of(one uuid) returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when conversation.group_id is not null then array['group:' || conversation.group_id]
    else coalesce((select array_agg('person:' || participant.person_id order by participant.person_id) from messaging.participant
      where participant.conversation_id = conversation.id and participant.left_at is null and participant.joined_seq < message.seq),
        '{}') end
  from messaging.message join messaging.conversation on conversation.id = message.conversation_id where message.id = one
$$;
revoke execute on function messaging.readers_of(uuid) from public;
grant execute on function messaging.readers_of(uuid) to sillage_portal, sillage_worker;

grant select, insert, delete on messaging.attachment to sillage_portal;
grant select, insert, update (principals), delete on messaging.attachment to sillage_worker;
