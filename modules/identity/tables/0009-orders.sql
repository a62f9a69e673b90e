-- An erasure that was ordered and a merge that was confirmed are carried out by functions of the privacy module, which run with the owner's
-- rights: these tell them whom, and take note. Nobody else calls them.

-- The person of an order that waits, which is thereby carried out; none for any other.
create function identity.take_erasure(erasure uuid) returns uuid language sql set search_path = pg_catalog, pg_temp as $$
  update identity.erasure set done_at = now() where id = take_erasure.erasure and done_at is null returning person_id
$$;

-- The two people of a merge that is not done: one that an administrator has confirmed, or one that they want to see first.
create function identity.take_merge(merge uuid, is_confirmed boolean) returns table (kept uuid, absorbed uuid)
language sql set search_path = pg_catalog, pg_temp as $$
  select kept_id, absorbed_id from identity.merge
  where id = take_merge.merge and done_at is null and (confirmed_at is not null) = take_merge.is_confirmed for update
$$;

create function identity.note_preview(merge uuid, preview jsonb) returns void language sql set search_path = pg_catalog, pg_temp as $$
  update identity.merge set preview = note_preview.preview, previewed_at = now(), version = version + 1
  where id = note_preview.merge and confirmed_at is null
$$;

-- Before rows change hands: one address stays the first, and a consent, given for one account, does not hold for what it becomes.
create function identity.begin_absorption(absorbed uuid) returns void language sql set search_path = pg_catalog, pg_temp as $$
  update identity.address set is_primary = false where person_id = begin_absorption.absorbed;
  update identity.impersonation set ended_at = now(), token_hash = null
  where begin_absorption.absorbed in (person_id, by_person_id) and ended_at is null and refused_at is null
$$;

-- Afterwards: an empty row that names the person who was kept.
create function identity.end_absorption(kept uuid, absorbed uuid) returns void language sql set search_path = pg_catalog, pg_temp as $$
  update identity.person set merged_into = end_absorption.kept, first_name = null, last_name = null, title = null, location = null,
    department = null, about = null, portrait_file_id = null, is_public = false, version = version + 1
  where id = end_absorption.absorbed
$$;

create function identity.note_merged(merge uuid) returns void language sql set search_path = pg_catalog, pg_temp as $$
  update identity.merge set done_at = now(), version = version + 1 where id = note_merged.merge
$$;

revoke execute on function identity.take_erasure, identity.take_merge, identity.note_preview, identity.begin_absorption,
  identity.end_absorption, identity.note_merged from public;
