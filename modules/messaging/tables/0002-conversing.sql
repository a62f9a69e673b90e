-- What people do beside writing: react, name one another, write for later, come to a group, put away in folders, find again.

-- The beginning of an exchange of answers: every answer names it, however deep it is.
alter table messaging.message add column thread_id uuid;
with recursive below as (
  select id, conversation_id, id as root from messaging.message where answers_id is null
  union all
  select answer.id, answer.conversation_id, below.root from messaging.message as answer
    join below on below.conversation_id = answer.conversation_id and below.id = answer.answers_id)
update messaging.message set thread_id = below.root from below where below.id = message.id and message.answers_id is not null;
alter table messaging.message add foreign key (conversation_id, thread_id) references messaging.message (conversation_id, id),
  add check ((thread_id is null) = (answers_id is null));
create index message_thread on messaging.message (conversation_id, thread_id, seq) where thread_id is not null;

-- Whoever came later reads what follows this number, and nothing before.
alter table messaging.participant add column joined_seq integer not null default 0;

-- Who was added, who left, how a group is called from now on: a line among the messages, after this number.
create table messaging.happening (
  id uuid primary key,
  conversation_id uuid not null references messaging.conversation on delete cascade,
  after_seq integer not null,
  kind text not null check (kind in ('added', 'left', 'renamed')),
  by_person_id uuid references identity.person,
  -- Who was added.
  person_id uuid references identity.person,
  -- The name given to the group.
  title text check (char_length(title) between 1 and 120),
  at timestamptz not null,
  check (kind = 'renamed' or title is null)
);
create index happening_place on messaging.happening (conversation_id, after_seq);
create index happening_by on messaging.happening (by_person_id) where by_person_id is not null;
create index happening_person on messaging.happening (person_id) where person_id is not null;

create table messaging.reaction (
  message_id uuid not null references messaging.message on delete cascade,
  person_id uuid not null references identity.person,
  -- One of a few, whose sign and name are the page's (reactions-offered.ts).
  code text not null check (code in ('agreed', 'thanks', 'well-done', 'heart', 'smile', 'looking')),
  at timestamptz not null,
  primary key (message_id, person_id, code)
);
create index reaction_person on messaging.reaction (person_id);

-- Where a message names somebody of its conversation: from which character on, `@` included, in UTF-16 units.
create table messaging.mention (
  message_id uuid not null references messaging.message on delete cascade,
  starts integer not null check (starts >= 0),
  length integer not null check (length > 1),
  person_id uuid not null references identity.person,
  primary key (message_id, starts)
);
create index mention_person on messaging.mention (person_id);

-- What somebody wrote for later. It goes in the transaction that sends it: never twice.
create table messaging.scheduled (
  id uuid primary key,
  conversation_id uuid not null references messaging.conversation on delete cascade,
  person_id uuid not null references identity.person,
  body text not null check (char_length(body) between 1 and 10000),
  answers_id uuid,
  due_at timestamptz not null,
  created_at timestamptz not null,
  foreign key (conversation_id, answers_id) references messaging.message (conversation_id, id)
);
create index scheduled_person on messaging.scheduled (person_id, due_at);
create index scheduled_conversation on messaging.scheduled (conversation_id, answers_id);

-- What a person chose for their messages. Without a row: others see what they have read.
create table messaging.preference (
  person_id uuid primary key references identity.person,
  shows_reading boolean not null,
  at timestamptz not null
);

-- Where a person puts their conversations; theirs alone.
create table messaging.folder (
  id uuid primary key,
  person_id uuid not null references identity.person,
  name text not null check (char_length(name) between 1 and 60),
  created_at timestamptz not null,
  unique (person_id, name)
);
create table messaging.filing (
  conversation_id uuid not null references messaging.conversation on delete cascade,
  person_id uuid not null references identity.person,
  folder_id uuid not null references messaging.folder on delete cascade,
  primary key (conversation_id, person_id)
);
create index filing_folder on messaging.filing (folder_id);
create index filing_person on messaging.filing (person_id);

-- After which number the person who acts reads; none where they take no part. Whatever `takes_part` says, and what came before them.
create function messaging.reads_after(one uuid) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select participant.joined_seq from messaging.participant
    join messaging.conversation on conversation.id = participant.conversation_id
    where participant.conversation_id = one and participant.person_id = current_setting('app.person')::uuid and participant.left_at is null
      and (conversation.group_id is null or 'group:' || conversation.group_id = any (current_setting('app.principals')::text[]))
$$;

-- The last number of a group of the person who acts: whoever they add reads what follows. None elsewhere.
create function messaging.last_of_group(one uuid) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select last_seq from messaging.conversation where id = one and kind = 'group' and messaging.takes_part(one)
$$;

-- Among these people, those who block somebody of this conversation, or whom somebody of it blocks. Not by whom.
create function messaging.kept_apart(people uuid[], one uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct case when block.person_id = any (people) then block.person_id else block.blocked_person_id end
  from messaging.block join messaging.participant on participant.conversation_id = one and participant.left_at is null
  where messaging.takes_part(one)
    and ((block.person_id = any (people) and block.blocked_person_id = participant.person_id)
      or (block.blocked_person_id = any (people) and block.person_id = participant.person_id))
$$;

-- Up to where the others of a conversation have read, for those who show it: to whoever shows it too.
create function messaging.readers(one uuid) returns table (person_id uuid, read_seq integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select participant.person_id, participant.read_seq from messaging.participant
  where participant.conversation_id = one and participant.left_at is null
    and participant.person_id <> current_setting('app.person')::uuid and messaging.takes_part(one)
    and not exists (select from messaging.preference where not preference.shows_reading
      and preference.person_id in (participant.person_id, current_setting('app.person')::uuid))
$$;

-- Finding again. Accents and capitals count for nothing; a stem is found, and a beginning.
create function messaging.folded(words text) returns text language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp as $$
  select replace(replace(lower(regexp_replace(normalize(words, nfkd), '[\u0300-\u036f]', '', 'g')), 'œ', 'oe'), 'æ', 'ae')
$$;
create function messaging.words_of(body text) returns tsvector language sql immutable strict parallel safe cost 1000
set search_path = pg_catalog, pg_temp as $$
  select to_tsvector('pg_catalog.simple', messaging.folded(body)) || to_tsvector('pg_catalog.french', messaging.folded(body))
$$;
-- All the words that are asked, ten at most.
create function messaging.asked(words text) returns tsquery language plpgsql immutable strict parallel safe
set search_path = pg_catalog, pg_temp as $$
declare
  one text;
  every tsquery;
begin
  for one in select word from regexp_split_to_table(messaging.folded(words), '[^[:alnum:]]+') as word where word <> '' limit 10 loop
    every := coalesce(every && (to_tsquery('pg_catalog.simple', one || ':*') || plainto_tsquery('pg_catalog.french', one)),
      to_tsquery('pg_catalog.simple', one || ':*') || plainto_tsquery('pg_catalog.french', one));
  end loop;
  return every;
end $$;
-- Apart from the message, so that no trace of its changes holds its words; nobody reads it but the function below.
create table messaging.message_words (
  message_id uuid primary key references messaging.message on delete cascade,
  conversation_id uuid not null,
  words tsvector not null
);
insert into messaging.message_words select id, conversation_id, messaging.words_of(body) from messaging.message where body <> '';
create index message_words_found on messaging.message_words using gin (words);
create index message_words_conversation on messaging.message_words (conversation_id);
create function messaging.keep_words() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then delete from messaging.message_words where message_id = new.id; end if;
  if new.body <> '' then
    insert into messaging.message_words values (new.id, new.conversation_id, messaging.words_of(new.body));
  end if;
  return null;
end $$;
create trigger words after insert or update of body on messaging.message for each row execute function messaging.keep_words();

-- Messages that the person who acts reads and that hold these words, the newest first. A function, since under row policies the index
-- would not serve; it asks what they ask.
create function messaging.found(words text, before_at timestamptz, before_id uuid, most integer) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  person uuid := current_setting('app.person')::uuid;
  asked tsquery := messaging.asked(words);
begin
  return query select message.id from messaging.participant as mine
    join messaging.message_words as held on held.conversation_id = mine.conversation_id
    join messaging.message on message.id = held.message_id
    where mine.person_id = person and mine.left_at is null and messaging.takes_part(mine.conversation_id)
      and held.words @@ asked and message.seq > mine.joined_seq and (before_at is null or (message.at, message.id) < (before_at, before_id))
    order by message.at desc, message.id desc limit most;
end $$;

revoke execute on function messaging.reads_after(uuid), messaging.last_of_group(uuid), messaging.kept_apart(uuid[], uuid),
  messaging.readers(uuid), messaging.folded(text), messaging.words_of(text), messaging.asked(text),
  messaging.found(text, timestamptz, uuid, integer), messaging.keep_words() from public;
grant execute on function messaging.reads_after(uuid), messaging.last_of_group(uuid), messaging.kept_apart(uuid[], uuid),
  messaging.readers(uuid), messaging.folded(text), messaging.found(text, timestamptz, uuid, integer)
  to sillage_portal;
-- What was written for later leaves by the worker, in the name of its author: it asks what they would be asked.
grant execute on function messaging.takes_part(uuid), messaging.closed_to_me(uuid[]), messaging.reads_after(uuid),
  messaging.folded(text) to sillage_worker;

do $$
declare one text;
begin
  foreach one in array array['happening', 'reaction', 'mention', 'scheduled', 'preference', 'folder', 'filing', 'message_words'] loop
    execute format('alter table messaging.%I enable row level security', one);
    execute format('alter table messaging.%I force row level security', one);
    execute format('create policy every on messaging.%I to sillage_owner, sillage_worker using (true)', one);
  end loop;
end $$;

drop policy seen on messaging.message;
create policy seen on messaging.message for select to sillage_portal using (seq > messaging.reads_after(conversation_id));
-- Nobody is added so as to read what was said before them.
create policy added on messaging.participant for insert to sillage_portal
  with check (joined_seq >= messaging.last_of_group(conversation_id));
create policy seen on messaging.happening for select to sillage_portal using (after_seq >= messaging.reads_after(conversation_id));
create policy told on messaging.happening for insert to sillage_portal
  with check (by_person_id = (select current_setting('app.person')::uuid) and messaging.takes_part(conversation_id));
-- Of messages that one reads: the policy of messages answers.
create policy seen on messaging.reaction for select to sillage_portal
  using (exists (select from messaging.message where message.id = message_id));
create policy given on messaging.reaction for insert to sillage_portal with check (
  person_id = (select current_setting('app.person')::uuid) and exists (select from messaging.message where message.id = message_id));
create policy taken on messaging.reaction for delete to sillage_portal using (person_id = (select current_setting('app.person')::uuid));
create policy seen on messaging.mention for select to sillage_portal
  using (exists (select from messaging.message where message.id = message_id));
create policy written on messaging.mention for insert to sillage_portal with check (exists (select from messaging.message
  where message.id = message_id and message.author_id = (select current_setting('app.person')::uuid)));
create policy mended on messaging.mention for delete to sillage_portal using (exists (select from messaging.message
  where message.id = message_id and message.author_id = (select current_setting('app.person')::uuid)));
create policy own on messaging.scheduled to sillage_portal using (person_id = (select current_setting('app.person')::uuid))
  with check (person_id = (select current_setting('app.person')::uuid) and messaging.takes_part(conversation_id));
create policy own on messaging.preference to sillage_portal using (person_id = (select current_setting('app.person')::uuid));
create policy own on messaging.folder to sillage_portal using (person_id = (select current_setting('app.person')::uuid));
create policy own on messaging.filing to sillage_portal using (person_id = (select current_setting('app.person')::uuid))
  with check (person_id = (select current_setting('app.person')::uuid) and messaging.takes_part(conversation_id)
    and exists (select from messaging.folder where folder.id = folder_id));

-- What one chose to show of oneself leaves a trace.
create trigger audit after insert or update or delete on messaging.preference for each row execute function audit.capture('person_id');

grant update (title) on messaging.conversation to sillage_portal;
grant select, insert on messaging.happening to sillage_portal;
grant select, insert, delete on messaging.reaction, messaging.mention to sillage_portal;
grant select, insert, update, delete on messaging.scheduled, messaging.preference, messaging.folder, messaging.filing to sillage_portal;
grant select, insert, update, delete on messaging.happening, messaging.reaction, messaging.mention, messaging.scheduled,
  messaging.preference, messaging.folder, messaging.filing to sillage_worker;
