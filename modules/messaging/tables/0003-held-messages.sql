-- What people write while it cannot leave: theirs alone, until it is sent or given back to them.

create table messaging.held_message (
  id uuid primary key,
  person_id uuid not null references identity.person,
  -- None of what begins a conversation: `held_recipient` says to whom.
  conversation_id uuid references messaging.conversation on delete cascade,
  title text check (char_length(title) between 1 and 120),
  is_apart boolean not null default false,
  body text not null check (char_length(body) between 1 and 10000),
  answers_id uuid,
  at timestamptz not null,
  -- waiting: it leaves by itself once it may. returned: a draft again, which its author sends or throws away.
  state text not null default 'waiting' check (state in ('waiting', 'returned')),
  held_for text not null check (held_for in ('switch', 'signal')),
  -- Why it could not be sent, by its code.
  refusal text,
  foreign key (conversation_id, answers_id) references messaging.message (conversation_id, id)
);
create index held_message_person on messaging.held_message (person_id, id);
create index held_message_conversation on messaging.held_message (conversation_id) where conversation_id is not null;
create index held_message_answers on messaging.held_message (conversation_id, answers_id) where answers_id is not null;
create index held_message_waiting on messaging.held_message (id) where state = 'waiting';

create table messaging.held_recipient (
  held_id uuid not null references messaging.held_message on delete cascade,
  person_id uuid not null references identity.person,
  primary key (held_id, person_id)
);
create index held_recipient_person on messaging.held_recipient (person_id);

alter table messaging.held_message enable row level security;
alter table messaging.held_message force row level security;
alter table messaging.held_recipient enable row level security;
alter table messaging.held_recipient force row level security;
create policy every on messaging.held_message to sillage_owner, sillage_worker using (true);
create policy every on messaging.held_recipient to sillage_owner, sillage_worker using (true);
create policy own on messaging.held_message to sillage_portal using (person_id = (select current_setting('app.person')::uuid));
create policy own on messaging.held_recipient to sillage_portal
  using (exists (select from messaging.held_message where held_message.id = held_id));

-- That something waits, never what.
create trigger audit after insert or update or delete on messaging.held_message for each row
  execute function audit.capture('-body', '-title');

grant select, insert, update (body, state, held_for, refusal, at), delete on messaging.held_message to sillage_portal;
grant select, insert on messaging.held_recipient to sillage_portal;
grant select, update (state, held_for, refusal), delete on messaging.held_message to sillage_worker;
grant select, delete on messaging.held_recipient to sillage_worker;
-- The worker sends in the name of whoever wrote: it asks what they would be told.
grant execute on function messaging.closed_to_me(uuid[]) to sillage_worker;
