-- Who opened a link or a file of a resource, for two hours and under a hash, as readings (bases.view): counted once, forgotten by a job.
create table bases.opening (
  content_id uuid not null,
  hash bytea not null,
  at timestamptz not null,
  primary key (content_id, hash)
);
create index opening_at on bases.opening (at);

-- Links followed and files taken, of each part since the beginning. Each publication writes contents anew under the same identifiers: so no
-- foreign key to them, and what was counted stays, also of a part that was taken out since.
create table bases.opened_part (
  resource_id uuid not null references bases.resource on delete cascade,
  content_id uuid not null,
  kind text not null check (kind in ('link', 'file')),
  openings integer not null check (openings > 0),
  primary key (resource_id, content_id)
);

-- The same by day, of all the parts of a resource.
create table bases.daily_opening (
  resource_id uuid not null references bases.resource on delete cascade,
  day date not null,
  kind text not null check (kind in ('link', 'file')),
  openings integer not null check (openings > 0),
  primary key (resource_id, day, kind)
);

grant select, insert, update on bases.opening, bases.opened_part, bases.daily_opening to sillage_portal;
grant select, delete on bases.opening to sillage_worker;
