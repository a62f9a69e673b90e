-- Keys that encrypt columns, one or more for each organisation and for the platform (none), themselves encrypted by a master key that the
-- database never holds.
create domain secrets.sealed as text check (value ~ '^1\.[0-9a-f-]{36}\.[\w-]{38,}$');
create domain secrets.blind_index as text check (value ~ '^[\w-]{43}$');

create table secrets.data_key (
  -- In the order in which they were made: the last one encrypts, the others still open.
  id uuid primary key,
  organisation_id uuid,
  wrapped text not null,
  created_at timestamptz not null default now()
);
create index data_key_organisation on secrets.data_key (organisation_id, id);

-- No role of the product changes or removes a key: the tool of rotation does, as the owner.
grant select, insert on secrets.data_key to sillage_portal, sillage_worker, sillage_back_office;
grant usage on schema secrets to sillage_portal, sillage_worker, sillage_back_office;
