-- Lists of people that an establishment gives, by file or by its directory (SCIM), and what became of them. All of it belongs to one
-- organisation, and is confidential to it.

-- A person as the organisation's lists name them. The person is of the identity module; who they are there is not changed from here.
create table provisioning.subject (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  first_name text not null check (char_length(first_name) between 1 and 100),
  last_name text not null check (char_length(last_name) between 1 and 100),
  -- What the list says, proved by nobody.
  email text check (email = lower(email)),
  -- The list made this person, who has not signed in yet as far as this module knows.
  is_created boolean not null,
  -- The import that brought them; none for those who came by SCIM.
  import_id uuid,
  created_at timestamptz not null,
  unique (organisation_id, id),
  unique (organisation_id, person_id)
);
create index subject_email on provisioning.subject (organisation_id, email) where email is not null;
create index subject_claimed on provisioning.subject (email) where is_created and email is not null;
create index subject_person on provisioning.subject (person_id);
create index subject_import on provisioning.subject (organisation_id, import_id) where import_id is not null;

-- How the organisation names the person: its issuer is the organisation itself.
create table provisioning.identifier (
  organisation_id uuid not null,
  kind text not null check (kind in ('eppn', 'external-id', 'student-id', 'employee-id', 'username')),
  -- In small letters: two identifiers that differ by their capitals name one person.
  value text not null check (value = lower(value) and char_length(value) between 1 and 200),
  subject_id uuid not null,
  import_id uuid,
  primary key (organisation_id, kind, value),
  foreign key (organisation_id, subject_id) references provisioning.subject (organisation_id, id) on delete cascade
);
create index identifier_subject on provisioning.identifier (organisation_id, subject_id);

-- A membership that lists brought. Only these are ended by lists: those that an invitation or a person gave are left alone.
create table provisioning.place (
  id uuid primary key,
  organisation_id uuid not null,
  subject_id uuid not null,
  -- Of the module of organisations, which keeps it.
  membership_id uuid not null,
  -- The list made it. Otherwise the person had it already: it is not the list's to end.
  is_ours boolean not null,
  role text not null,
  group_id uuid,
  -- As the list writes it; empty for the whole organisation.
  group_name text not null default '',
  valid_from date,
  valid_to date,
  source text not null check (source in ('csv', 'scim')),
  -- The import that began it, and the last that listed it.
  import_id uuid,
  seen_in uuid,
  unique (organisation_id, id),
  unique (organisation_id, subject_id, role, group_name),
  foreign key (organisation_id, subject_id) references provisioning.subject (organisation_id, id) on delete cascade
);
create index place_import on provisioning.place (organisation_id, import_id) where import_id is not null;

create table provisioning.source (
  id uuid primary key,
  organisation_id uuid not null,
  uploaded_by uuid,
  name text not null check (char_length(name) between 1 and 150),
  size bigint not null default 0,
  created_at timestamptz not null,
  -- None while its bytes arrive.
  completed_at timestamptz,
  unique (organisation_id, id)
);
create index source_created on provisioning.source (created_at);
create index source_uploaded_by on provisioning.source (uploaded_by) where uploaded_by is not null;

-- The bytes of the file, as they came, in order. They go as soon as the import is over: a list may hold what nobody should keep.
create table provisioning.piece (
  organisation_id uuid not null,
  source_id uuid not null,
  number integer not null,
  bytes bytea not null,
  primary key (source_id, number),
  foreign key (organisation_id, source_id) references provisioning.source (organisation_id, id) on delete cascade
);

create table provisioning.import (
  id uuid primary key,
  organisation_id uuid not null,
  -- The group that everybody enters; none for the whole organisation, where the list names groups.
  group_id uuid,
  group_name text not null default '',
  -- What the groups that the list names are, where they have to be made.
  group_kind text not null check (group_kind in ('class', 'cohort', 'programme', 'team')),
  source_id uuid,
  file_name text not null,
  -- Of those whose row says none, and those that the person who imports may give.
  role text not null,
  roles text[] not null,
  -- `add` changes nothing for who is not in the list; `synchronise` ends what earlier lists brought and this one does not have.
  mode text not null check (mode in ('add', 'synchronise')),
  state text not null check (state in ('reading', 'unreadable', 'ready', 'applying', 'done', 'undoing', 'undone', 'abandoned')),
  -- Why it could not be read, and at which line.
  reason text,
  reason_line integer,
  -- How the file is written: guessed, or corrected by the person (`is_corrected`).
  syntax text check (syntax in ('csv', 'json')),
  encoding text,
  is_encoding_sure boolean,
  separator text,
  is_corrected boolean not null default false,
  format text,
  heading text[],
  mapping text[],
  examples jsonb,
  -- Rises with each correction: a job that reads for an older one stops.
  reading integer not null default 1,
  rows_read integer not null default 0,
  rows_applied integer not null default 0,
  -- How many people lists have brought here at the preview, to judge how many leave.
  places_before integer not null default 0,
  -- How many departures the person has confirmed by typing their number.
  confirmed_departures integer,
  -- The entry of the trace of who confirmed: what the job changes is its consequence.
  entry_id uuid,
  started_by uuid,
  created_at timestamptz not null,
  applied_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  version integer not null default 1,
  unique (organisation_id, id)
);
create index import_organisation on provisioning.import (organisation_id, created_at desc);
create index import_started_by on provisioning.import (started_by) where started_by is not null;
-- Two at once would end each other's memberships.
create unique index import_at_work on provisioning.import (organisation_id) where state in ('applying', 'undoing');

create table provisioning.row (
  organisation_id uuid not null,
  import_id uuid not null,
  -- Its place among the rows, and the line where it ends in the file: several objects of JSON may stand on one.
  number integer not null,
  line integer not null,
  -- By field, only those taken: to correct what is wrong and to write the report.
  cells jsonb not null,
  -- What it says once read; none for a row in quarantine.
  person jsonb,
  -- By what it is known within the file, alone and with its places.
  person_key text,
  key text,
  -- Roles and groups that it names, as `student/L3`: what is not among them has left.
  places text[] not null default '{}',
  verdict text not null check (verdict in ('create', 'same', 'change', 'propose', 'leave', 'invalid')),
  field text,
  code text,
  -- What was done; none before.
  outcome text check (outcome in ('created', 'existing', 'changed', 'proposed', 'left', 'failed')),
  -- Names and address that it replaced, to undo.
  before jsonb,
  subject_id uuid,
  primary key (import_id, number),
  foreign key (organisation_id, import_id) references provisioning.import (organisation_id, id) on delete cascade
);
create index row_key on provisioning.row (import_id, key) where key is not null;
create index row_person_key on provisioning.row (import_id, person_key) where person_key is not null;
create index row_verdict on provisioning.row (import_id, verdict, number);
create index row_subject on provisioning.row (import_id, subject_id) where subject_id is not null;
create index row_waiting on provisioning.row (import_id, number) where outcome is null and verdict <> 'invalid';

-- Memberships that an import ends, with what is needed to give them back.
create table provisioning.departure (
  organisation_id uuid not null,
  import_id uuid not null,
  place_id uuid not null,
  subject_id uuid not null,
  place jsonb not null,
  is_done boolean not null default false,
  -- Why it could not be: the last administrator does not leave.
  code text,
  primary key (import_id, place_id),
  foreign key (organisation_id, import_id) references provisioning.import (organisation_id, id) on delete cascade
);

-- A person with a proved address who is in a list: nobody enters an organisation by an address alone, they are asked.
create table provisioning.proposal (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  import_id uuid,
  -- As the list describes them: identifiers, role, groups, dates.
  described jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'accepted', 'refused', 'withdrawn')),
  created_at timestamptz not null,
  decided_at timestamptz,
  version integer not null default 1,
  unique (organisation_id, id)
);
create unique index proposal_pending on provisioning.proposal (organisation_id, person_id) where state = 'pending';
create index proposal_person on provisioning.proposal (person_id);

-- What a directory pushes (SCIM 2.0, RFC 7643). The resource is kept as it came, without its common attributes.
create table provisioning.scim_user (
  id uuid primary key,
  organisation_id uuid not null,
  subject_id uuid,
  user_name text not null,
  is_active boolean not null,
  resource jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  unique (organisation_id, id),
  foreign key (organisation_id, subject_id) references provisioning.subject (organisation_id, id)
);
create unique index scim_user_name on provisioning.scim_user (organisation_id, lower(user_name));
create index scim_user_subject on provisioning.scim_user (organisation_id, subject_id) where subject_id is not null;

create table provisioning.scim_group (
  id uuid primary key,
  organisation_id uuid not null,
  -- Of the module of organisations.
  group_id uuid not null,
  display_name text not null check (char_length(display_name) between 1 and 120),
  resource jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  unique (organisation_id, id)
);
create unique index scim_group_name on provisioning.scim_group (organisation_id, lower(display_name));

create table provisioning.scim_member (
  organisation_id uuid not null,
  group_id uuid not null,
  user_id uuid not null,
  primary key (group_id, user_id),
  foreign key (organisation_id, group_id) references provisioning.scim_group (organisation_id, id) on delete cascade,
  foreign key (organisation_id, user_id) references provisioning.scim_user (organisation_id, id) on delete cascade
);
create index scim_member_user on provisioning.scim_member (user_id);

-- The second line of isolation: what a query forgot does not cross organisations. The worker works for every organisation.
do $$ declare one text; begin
  foreach one in array array['subject', 'identifier', 'place', 'source', 'piece', 'import', 'row', 'departure', 'proposal', 'scim_user',
      'scim_group', 'scim_member'] loop
    execute format('alter table provisioning.%I enable row level security', one);
    execute format('alter table provisioning.%I force row level security', one);
    execute format('create policy inside on provisioning.%I to sillage_portal using (
      organisation_id = any ((select current_setting(''app.organisations'')::uuid[])::uuid[]))', one);
    execute format('create policy whole on provisioning.%I to sillage_owner, sillage_worker, sillage_back_office using (true)', one);
  end loop;
end $$;
-- A proposal is also of the person to whom it is made.
create policy mine on provisioning.proposal for select to sillage_portal using (person_id = (select current_setting('app.person')::uuid));
create policy answered on provisioning.proposal for update to sillage_portal using (person_id = (select current_setting('app.person')::uuid));

-- What matters is traced: people, places, imports and their state; not each row of a file, which the report holds.
create trigger audit after insert or update or delete on provisioning.subject for each row
  execute function audit.capture('-first_name', '-last_name', '-email');
create trigger audit after insert or update or delete on provisioning.identifier for each row
  execute function audit.capture('organisation_id', 'kind', '-value');
create trigger audit after insert or update of state, mapping, encoding, separator, confirmed_departures or delete on provisioning.import
  for each row execute function audit.capture('-examples');
create trigger audit after insert or update or delete on provisioning.proposal for each row execute function audit.capture('-described');
create trigger audit after insert or update or delete on provisioning.scim_user for each row
  execute function audit.capture('-resource', '-user_name');
create trigger audit after insert or update or delete on provisioning.scim_group for each row execute function audit.capture('-resource');
create trigger audit after insert or delete on provisioning.scim_member for each row execute function audit.capture('group_id', 'user_id');

grant usage on schema provisioning to sillage_portal, sillage_worker, sillage_back_office, sillage_statistics;
grant select, insert, update, delete on provisioning.subject, provisioning.identifier, provisioning.place, provisioning.scim_user,
  provisioning.scim_group, provisioning.scim_member to sillage_portal;
grant select, insert, delete on provisioning.source, provisioning.piece to sillage_portal;
grant update (size, completed_at) on provisioning.source to sillage_portal;
grant select, insert, update on provisioning.import, provisioning.row, provisioning.proposal to sillage_portal;
grant select on provisioning.departure to sillage_portal;
grant select, insert, update, delete on all tables in schema provisioning to sillage_worker;
grant select on provisioning.import, provisioning.scim_user to sillage_back_office;
grant select (id, organisation_id, state, mode, format, rows_read, rows_applied, created_at, finished_at) on provisioning.import
  to sillage_statistics;
