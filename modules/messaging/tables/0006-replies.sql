-- Addresses at which people answer by mail, and the mails that came to them.

create table messaging.reply_address (
  -- SHA-256 of the secret that stands in the address: the mail alone holds it.
  token_hash bytea primary key,
  person_id uuid not null references identity.person,
  conversation_id uuid not null references messaging.conversation on delete cascade,
  expires_at timestamptz not null
);
create index reply_address_person on messaging.reply_address (person_id);
create index reply_address_conversation on messaging.reply_address (conversation_id);
create index reply_address_expires on messaging.reply_address (expires_at);

-- A mail is received once, however often a server delivers it.
create table messaging.received_mail (
  -- SHA-256 of whose it is and of its Message-ID.
  mail_hash bytea primary key,
  person_id uuid not null references identity.person,
  at timestamptz not null,
  -- Its sender is none of the addresses that the person proved: a signal, since the address alone opens.
  is_from_elsewhere boolean not null
);
create index received_mail_person on messaging.received_mail (person_id, at);

do $$
declare one text;
begin
  foreach one in array array['reply_address', 'received_mail'] loop
    execute format('alter table messaging.%I enable row level security', one);
    execute format('alter table messaging.%I force row level security', one);
    execute format('create policy every on messaging.%I to sillage_owner, sillage_worker using (true)', one);
  end loop;
end $$;
grant select, insert, delete on messaging.reply_address, messaging.received_mail to sillage_worker;
