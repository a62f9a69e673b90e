-- One row a command instead of two: what may have to go one day (identifiers given, network address) lies in the entry itself, and is
-- emptied by a function of the owner. What was sealed still verifies, for the chain holds a hash of it made with a salt that goes too.

-- What the trace waits for no reader to be sealed: entries of transactions that ended, in the order of their numbers (deliver.ts does
-- the same for facts), so that one that commits late is not left out. The number is a bigint because BRIN knows no xid8.
alter table audit.entry
  -- A program that acted by itself, by the name of its access.
  add column client text,
  -- Whose sensitive data was read: this person may ask who looked.
  add column about uuid,
  add column parameters jsonb,
  add column address inet,
  -- Of the hash of the payload. The application makes it: to draw it here costs a tenth of the insertion.
  add column salt uuid,
  add column xid bigint not null default pg_current_xact_id()::text::bigint,
  -- Its expression is read again at each insertion, a seventh of its time; the application writes three words only.
  drop constraint entry_outcome_check;
update audit.entry set salt = gen_random_uuid();
update audit.entry set parameters = payload.parameters, address = payload.address
  from audit.parameters as payload where payload.entry_id = entry.id;
drop table audit.parameters;

alter table audit.change
  add column salt uuid default gen_random_uuid(),
  add column xid bigint not null default pg_current_xact_id()::text::bigint;

-- Keys of version 7 are in the order of time: they page the trace and find a period, so `at` needs no index of its own.
drop index audit.entry_at;
drop index audit.entry_person;
drop index audit.entry_target;
create index entry_person on audit.entry (person_id, id) where person_id is not null;
create index entry_acting_for on audit.entry (acting_for, id) where acting_for is not null;
create index entry_target on audit.entry (target, id) where target is not null;
create index entry_about on audit.entry (about, id) where about is not null;
create index entry_xid on audit.entry using brin (xid) with (pages_per_range = 32, autosummarize = on);
create index change_xid on audit.change using brin (xid) with (pages_per_range = 32, autosummarize = on);

-- A person reads who looked at their data, and nothing else of the trace: row policies would say it too, at each insertion.
create function audit.looks_at(person uuid, before uuid, most integer)
returns table (id uuid, at timestamptz, person_id uuid, acting_for uuid, client text, operation text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select entry.id, entry.at, entry.person_id, entry.acting_for, entry.client, entry.operation from audit.entry
  where entry.about = looks_at.person and entry.outcome = 'read' and entry.id < looks_at.before
    and looks_at.person = current_setting('app.person')::uuid
  order by entry.id desc limit looks_at.most;
end;
revoke execute on function audit.looks_at from public;
grant execute on function audit.looks_at to sillage_portal, sillage_worker, sillage_back_office;

grant select on audit.entry, audit.change to sillage_worker;
