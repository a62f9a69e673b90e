-- A question that a person keeps, to ask it again or to be told what is new. Known to them alone.
create table bases.saved_search (
  id uuid primary key,
  person_id uuid not null references identity.person on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  text text not null default '' check (char_length(text) <= 200),
  -- Values by filter, as the list of resources takes them: { "themes": ["donnees"] }.
  filters jsonb not null,
  -- They are told each day what was published since.
  alerts boolean not null,
  told_until timestamptz not null,
  created_at timestamptz not null
);
create index saved_search_person on bases.saved_search (person_id, created_at);
create index saved_search_alerts on bases.saved_search (id) where alerts;
create trigger audit after insert or update of name, text, filters, alerts or delete on bases.saved_search
  for each row execute function audit.capture('-name', '-text', '-filters');

grant select, insert, update, delete on bases.saved_search to sillage_portal;
grant select, update, delete on bases.saved_search to sillage_worker;
