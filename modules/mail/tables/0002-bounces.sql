-- Mails that come back, and what becomes of the addresses that refuse them.
alter table mail.message
  drop constraint message_state_check,
  add constraint message_state_check check (state in ('queued', 'claimed', 'sent', 'failed', 'uncertain', 'bounced')),
  -- SHA-256 of the address, for a report of refusal to mark what was written to, and not what the report says.
  add address_hash bytea;
create index message_claimed on mail.message (at) where state = 'claimed';

-- An address that refused mails: by its hash, as above. Forgotten ninety days after its last refusal.
create table mail.refusing_address (
  address_hash bytea primary key,
  -- Enhanced status of the last refusal (RFC 3463): `5.1.1`.
  status text not null,
  refusals integer not null default 1,
  at timestamptz not null
);
create index refusing_address_at on mail.refusing_address (at);

grant select, insert, update, delete on mail.refusing_address to sillage_worker;
grant select on mail.refusing_address to sillage_back_office, sillage_statistics;
