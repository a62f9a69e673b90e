-- Three tables of the same shape: without row policies, with those of a person, with those of organisations (design §5).
create table notes.plain (id uuid primary key, person_id uuid not null, organisation_id uuid not null, text text not null,
  written_at timestamptz not null, version integer not null);
create table notes.own (like notes.plain including all);
create table notes.shared (like notes.plain including all);
create table notes.traced (like notes.plain including all);
create trigger audit after insert or update or delete on notes.traced for each row execute function audit.capture('-text');

alter table notes.own enable row level security;
alter table notes.own force row level security;
create policy own on notes.own using (person_id = current_setting('app.person')::uuid);
alter table notes.shared enable row level security;
alter table notes.shared force row level security;
create policy shared on notes.shared using (organisation_id = any((select current_setting('app.organisations')::uuid[])::uuid[]));

grant usage on schema notes to sillage_portal;
grant select, insert on notes.plain, notes.own, notes.shared, notes.traced to sillage_portal;
