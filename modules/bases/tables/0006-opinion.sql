-- What readers think of a resource: one opinion each, and answers below it. The author's leaving empties the name, not the words.
create table bases.opinion (
  id uuid primary key,
  resource_id uuid not null references bases.resource on delete cascade,
  person_id uuid references identity.person,
  rating smallint not null check (rating between 1 and 4),
  text text not null default '' check (char_length(text) <= 1000),
  at timestamptz not null,
  edited_at timestamptz,
  unique (resource_id, person_id)
);
create index opinion_resource_at on bases.opinion (resource_id, at desc, id desc);
create index opinion_person on bases.opinion (person_id);

create table bases.answer (
  id uuid primary key,
  opinion_id uuid not null references bases.opinion on delete cascade,
  person_id uuid references identity.person,
  text text not null check (char_length(text) between 1 and 1000),
  at timestamptz not null
);
create index answer_opinion on bases.answer (opinion_id, at);
create index answer_person on bases.answer (person_id);

alter table bases.resource
  add column opinions_count integer not null default 0 check (opinions_count >= 0),
  add column ratings_sum integer not null default 0 check (ratings_sum >= 0);
create function bases.count_opinions() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update bases.resource set
    opinions_count = opinions_count + case tg_op when 'INSERT' then 1 when 'DELETE' then -1 else 0 end,
    ratings_sum = ratings_sum + case when tg_op = 'DELETE' then 0 else new.rating end - case when tg_op = 'INSERT' then 0 else old.rating end
    where id = case when tg_op = 'DELETE' then old.resource_id else new.resource_id end;
  return null;
end $$;
revoke execute on function bases.count_opinions() from public;
create trigger count_opinions after insert or delete or update of rating on bases.opinion for each row execute function bases.count_opinions();

create trigger audit after insert or update or delete on bases.opinion for each row execute function audit.capture('-text');
create trigger audit after insert or update or delete on bases.answer for each row execute function audit.capture('-text');

grant select, insert, update, delete on bases.opinion to sillage_portal;
grant select, insert, delete on bases.answer to sillage_portal;
grant select, update, delete on bases.opinion, bases.answer to sillage_worker;
