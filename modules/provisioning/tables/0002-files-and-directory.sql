-- The file of a list is kept by the module of files, as all that people send: checked by its content, given to the virus scanner, seen by nobody but
-- who sent it. What was waiting for a decision here is given up: its file has to be sent again.
update provisioning.import set state = 'abandoned', examples = null, version = version + 1 where state in ('reading', 'unreadable', 'ready');
update provisioning.import set source_id = null where source_id is not null;
drop table provisioning.piece;
drop table provisioning.source;
-- Of the module of files; none once the import is over.
alter table provisioning.import rename column source_id to file_id;

alter table provisioning.import drop constraint import_syntax_check;
alter table provisioning.import add constraint import_syntax_check check (syntax in ('csv', 'json', 'xml'));
-- A group of another organisation is found at once, and not by the job.
alter table provisioning.import add constraint import_group_fkey foreign key (organisation_id, group_id) references organisations.group (organisation_id, id);

-- How many users the directory of an organisation has made leave within a day: beyond a tenth it is stopped, until a person allows it.
create table provisioning.directory (
  organisation_id uuid primary key,
  window_start timestamptz not null,
  -- Active users when the day began.
  users integer not null,
  departures integer not null default 0,
  allowed_until timestamptz,
  allowed_by uuid
);
alter table provisioning.directory enable row level security;
alter table provisioning.directory force row level security;
create policy inside on provisioning.directory to sillage_portal using (
  organisation_id = any ((select current_setting('app.organisations')::uuid[])::uuid[]));
create policy whole on provisioning.directory to sillage_owner, sillage_worker, sillage_back_office using (true);
create index directory_allowed_by on provisioning.directory (allowed_by) where allowed_by is not null;
create trigger audit after insert or update of allowed_until or delete on provisioning.directory for each row execute function audit.capture('organisation_id');
grant select, insert, update on provisioning.directory to sillage_portal;
grant select, insert, update, delete on provisioning.directory to sillage_worker;
grant select on provisioning.directory to sillage_back_office;
