-- What administrators do with people, and acting in somebody's place with their consent.

-- Names are found without accents and in spite of a mistyped letter. pg_trgm may be in another schema of an external database.
create extension if not exists pg_trgm with schema kernel;

-- ' jean pierre lefevre ': small letters and digits only, a space before each word and after the last.
create function identity.name_key(first_name text, last_name text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select ' ' || regexp_replace(replace(replace(replace(lower(regexp_replace(
    normalize(coalesce(first_name, '') || ' ' || coalesce(last_name, ''), nfkd), '[\u0300-\u036f]', '', 'g')),
    'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), '[^[:alnum:]]+', ' ', 'g') || ' '
$$;

do $$
declare place text := (select nspname from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm');
begin
  if not has_schema_privilege('sillage_back_office', place, 'usage') then
    execute format('grant usage on schema %I to sillage_back_office', place);
  end if;
  execute format('create index person_named on identity.person using gin (identity.name_key(first_name, last_name) %I.gin_trgm_ops)
    where erased_at is null and merged_into is null', place);
  -- People of whom each word begins, or resembles, a word of the name; likeness from 0 to 1000. The longest word uses the index.
  execute format('create function identity.named(words text[]) returns table (id uuid, likeness integer)
    language plpgsql stable set search_path = pg_catalog, %I, pg_temp as $body$
    #variable_conflict use_column
    declare longest text := (select one from unnest(words) as one order by length(one) desc, one limit 1);
    begin
      perform set_config(''pg_trgm.word_similarity_threshold'', ''0.45'', true);
      return query select near.id, (select round(1000 * avg(case when near.key like ''%% '' || one || ''%%'' then 1
          else word_similarity(one, near.key) end))::integer from unnest(words) as one)
        from (select person.id, identity.name_key(first_name, last_name) as key from identity.person
          where erased_at is null and merged_into is null and (identity.name_key(first_name, last_name) like ''%% '' || longest || ''%%''
            or longest <%% identity.name_key(first_name, last_name))) as near
        where not exists (select from unnest(words) as one where near.key not like ''%% '' || one || ''%%'' and not one <%% near.key);
    end $body$', place);
end $$;

create index person_recent on identity.person (created_at desc, id desc);
create index external_identifier_value on identity.external_identifier (value);

-- An address that an administrator wrote for somebody. Whoever proves it becomes that person, where any other claim proves nothing.
alter table identity.address add invited_at timestamptz;
create index address_invited on identity.address (email) where invited_at is not null and verified_at is null;

create table identity.suspension (
  id uuid primary key,
  person_id uuid references identity.person,
  reason text not null,
  by_person_id uuid references identity.person,
  at timestamptz not null,
  lifted_at timestamptz,
  lifted_by_person_id uuid references identity.person,
  lift_reason text
);
create unique index suspension_current on identity.suspension (person_id) where lifted_at is null;
create index suspension_person on identity.suspension (person_id, at);

-- Ordered by an administrator (or by the person, elsewhere), done by the worker: no role that people reach may empty every table.
create table identity.erasure (
  id uuid primary key,
  person_id uuid not null references identity.person,
  by_person_id uuid,
  reason text not null,
  ordered_at timestamptz not null,
  done_at timestamptz
);
create unique index erasure_person on identity.erasure (person_id);

-- Two people who are one. The worker says first what it would do, then does it once an administrator has confirmed.
create table identity.merge (
  id uuid primary key,
  kept_id uuid not null references identity.person,
  absorbed_id uuid not null references identity.person,
  by_person_id uuid,
  asked_at timestamptz not null,
  -- What each holds, table by table, and what would become of it.
  preview jsonb,
  previewed_at timestamptz,
  confirmed_at timestamptz,
  done_at timestamptz,
  version integer not null default 1,
  check (kept_id <> absorbed_id)
);
create unique index merge_absorbed on identity.merge (absorbed_id) where confirmed_at is not null;
create index merge_kept on identity.merge (kept_id);

-- Acting in a person's place: asked by an administrator, accepted by the person for an hour, ended by either.
create table identity.impersonation (
  id uuid primary key,
  person_id uuid references identity.person,
  by_person_id uuid references identity.person,
  reason text not null,
  asked_at timestamptz not null,
  accepted_at timestamptz,
  refused_at timestamptz,
  -- Of the question while nobody answered, of the consent once it was given.
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- SHA-256 of the secret that opens the session, once.
  token_hash bytea unique,
  token_until timestamptz
);
create index impersonation_person on identity.impersonation (person_id, asked_at);
create index impersonation_by on identity.impersonation (by_person_id);

alter table identity.session
  -- Who really sits there, when it is not the person: it lasts no longer than their consent.
  add by_person_id uuid references identity.person,
  add impersonation_id uuid references identity.impersonation;
create index session_impersonation on identity.session (impersonation_id) where impersonation_id is not null;

create trigger audit after insert or update or delete on identity.suspension for each row execute function audit.capture('-reason', '-lift_reason');
create trigger audit after insert or update on identity.erasure for each row execute function audit.capture('-reason');
create trigger audit after insert or update of confirmed_at, done_at on identity.merge for each row execute function audit.capture('-preview');
create trigger audit after insert or update on identity.impersonation for each row execute function audit.capture('-reason', '-token_hash');

grant insert on identity.person, identity.account, identity.address, identity.sign_in_link to sillage_back_office;
-- A row is locked by who may write one of its columns.
grant update (version) on identity.person to sillage_back_office;
grant update (state) on identity.account to sillage_back_office;
grant select, delete on identity.session to sillage_back_office;
grant select, insert, update on identity.suspension, identity.merge to sillage_back_office;
grant select, insert on identity.erasure to sillage_back_office;
grant select, insert, update on identity.impersonation to sillage_back_office;
grant select, update on identity.impersonation to sillage_portal;
grant select on identity.erasure, identity.merge, identity.impersonation to sillage_worker;
-- The portal orders the erasure that a person asks for.
grant select, insert on identity.erasure to sillage_portal;
