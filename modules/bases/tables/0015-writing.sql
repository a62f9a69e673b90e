-- Who has a draft open now, and in which part of it they write: for those who write it with them, and for less than a minute.
create unlogged table bases.writing (
  resource_id uuid not null references bases.resource on delete cascade,
  person_id uuid not null references identity.person on delete cascade,
  -- One tab of a browser: two of one person are one person.
  tab uuid not null,
  content_id uuid,
  at timestamptz not null,
  primary key (resource_id, person_id, tab)
);
create index writing_person on bases.writing (person_id);
create index writing_at on bases.writing (at);
grant select, insert, update, delete on bases.writing to sillage_portal;
grant select, update, delete on bases.writing to sillage_worker;
