-- What was brought from elsewhere, by the name that it had there: an import that is done again, or goes on after a cut, makes nothing twice.
create table bases.imported_name (
  -- `package:<base>` for what a package brought into a base; `les-bases` for the national service.
  source text not null check (char_length(source) between 1 and 100),
  kind text not null check (kind in ('base', 'resource', 'collection')),
  value text not null check (char_length(value) between 1 and 200),
  target_id uuid not null,
  imported_at timestamptz not null,
  primary key (source, kind, value)
);
create index imported_name_target on bases.imported_name (target_id);
grant select, insert, update on bases.imported_name to sillage_portal;
