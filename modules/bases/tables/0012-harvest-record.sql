-- What catalogues have been told of each resource: that it may be read, or no longer (OAI-PMH 2.0 §2.5.1), and since when. It outlives the
-- resource, so that a catalogue that comes back after a year still learns that it is gone: an identifier and an instant, no words.
create table bases.harvest_record (
  resource_id uuid primary key,
  -- The base in which it was last open to all: the set in which a catalogue has it.
  base_id uuid,
  withdrawn boolean not null,
  -- Of the last change that a catalogue must hear of: publication, withdrawal, return, another base.
  changed_at timestamptz not null
);
create index harvest_record_changed on bases.harvest_record (changed_at, resource_id);
create index harvest_record_base on bases.harvest_record (base_id, changed_at) where base_id is not null;

-- A trigger and not the commands: visibility also comes from the base, through its foreign key.
create function bases.note_harvest() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'DELETE' and new.is_open then
    insert into bases.harvest_record (resource_id, base_id, withdrawn, changed_at) values (new.id, new.base_id, false, now())
      on conflict (resource_id) do update set base_id = excluded.base_id, withdrawn = false, changed_at = excluded.changed_at;
  elsif tg_op <> 'INSERT' and old.is_open then
    update bases.harvest_record set withdrawn = true, changed_at = now() where resource_id = old.id;
  end if;
  return null;
end $$;
revoke execute on function bases.note_harvest() from public;

create trigger note_harvest_rows after insert or delete on bases.resource for each row execute function bases.note_harvest();
create trigger note_harvest_changes after update on bases.resource for each row
  when (old.is_open is distinct from new.is_open or new.is_open and (old.base_id is distinct from new.base_id
    or old.last_published_at is distinct from new.last_published_at))
  execute function bases.note_harvest();

insert into bases.harvest_record (resource_id, base_id, withdrawn, changed_at)
  select id, base_id, false, last_published_at from bases.resource where is_open;

grant select on bases.harvest_record to sillage_portal;
