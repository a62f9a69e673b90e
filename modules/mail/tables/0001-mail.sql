-- One line a mail: that it left, never to which address nor what it said.
create table mail.message (
  id uuid primary key,
  -- What it was for: `identity.sign-in-link`.
  kind text not null,
  person_id uuid,
  state text not null check (state in ('queued', 'claimed', 'sent', 'failed', 'uncertain')),
  -- As in its header, so that a bounce or a question leads back here.
  message_id text not null unique,
  at timestamptz not null,
  -- Code of the server or of the connection: `550`, `ECONNREFUSED`.
  error_code text
);
create index message_person on mail.message (person_id) where person_id is not null;
create index message_at on mail.message (at);

-- Only jobs send mail.
grant usage on schema mail to sillage_worker, sillage_back_office, sillage_statistics;
grant select, insert, update, delete on mail.message to sillage_worker;
grant select on mail.message to sillage_back_office, sillage_statistics;
