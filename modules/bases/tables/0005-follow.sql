-- What a person wants to hear of. Known to them alone: a base knows how many follow it, nobody who.
create table bases.followed_base (
  person_id uuid not null references identity.person on delete cascade,
  base_id uuid not null references bases.base on delete cascade,
  followed_at timestamptz not null,
  primary key (person_id, base_id)
);
create index followed_base_base on bases.followed_base (base_id);

create table bases.followed_person (
  person_id uuid not null references identity.person on delete cascade,
  followed_id uuid not null references identity.person on delete cascade,
  followed_at timestamptz not null,
  primary key (person_id, followed_id),
  check (person_id <> followed_id)
);
create index followed_person_followed on bases.followed_person (followed_id);

-- The feed reads the latest of each base and of each author.
create index resource_base_publication on bases.resource (base_id, published_at desc) where published_at is not null and deleted_at is null;
create index resource_author_publication on bases.resource (created_by, published_at desc) where published_at is not null and deleted_at is null;

alter table bases.base add column followers_count integer not null default 0 check (followers_count >= 0);
-- A trigger and not the command, so that the erasure of a person is counted too.
create function bases.count_followers() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update bases.base set followers_count = followers_count + case tg_op when 'INSERT' then 1 else -1 end
    where id = case tg_op when 'INSERT' then new.base_id else old.base_id end;
  return null;
end $$;
revoke execute on function bases.count_followers() from public;
create trigger count_followers after insert or delete on bases.followed_base for each row execute function bases.count_followers();

grant select, insert, delete on bases.followed_base, bases.followed_person to sillage_portal;
grant select, update, delete on bases.followed_base, bases.followed_person to sillage_worker;
