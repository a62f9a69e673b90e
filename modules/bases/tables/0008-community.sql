-- Who is asked to write with others: in a base with a role, or on one resource. To somebody found by name, or to an address, known or not;
-- the address goes as soon as the invitation is answered.
create table bases.invitation (
  id uuid primary key,
  base_id uuid references bases.base on delete cascade,
  resource_id uuid references bases.resource on delete cascade,
  person_id uuid references identity.person on delete cascade,
  email text check (email = lower(email) and char_length(email) <= 254),
  role text check (role in ('administrator', 'contributor')),
  message text not null default '' check (char_length(message) <= 500),
  invited_by uuid references identity.person on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null default 'pending' check (state in ('pending', 'accepted', 'declined', 'revoked')),
  answered_at timestamptz,
  check ((base_id is null) <> (resource_id is null)),
  check ((role is null) = (base_id is null)),
  check (state <> 'pending' or (person_id is null) <> (email is null)),
  check (state = 'pending' or email is null),
  check ((state = 'pending') = (answered_at is null))
);
create unique index invitation_base_person on bases.invitation (base_id, person_id) where state = 'pending' and person_id is not null;
create unique index invitation_base_email on bases.invitation (base_id, email) where state = 'pending' and email is not null;
create unique index invitation_resource_person on bases.invitation (resource_id, person_id) where state = 'pending' and person_id is not null;
create unique index invitation_resource_email on bases.invitation (resource_id, email) where state = 'pending' and email is not null;
create index invitation_person on bases.invitation (person_id);
create index invitation_invited_by on bases.invitation (invited_by, created_at);

-- SHA-256 of the secret of a mail; a try after a failure makes another, and each of them works.
create table bases.invitation_token (
  token_hash bytea primary key,
  invitation_id uuid not null references bases.invitation on delete cascade
);
create index invitation_token_invitation on bases.invitation_token (invitation_id);

-- Who asks to be in a base, in their words; one at a time.
create table bases.join_request (
  id uuid primary key,
  base_id uuid not null references bases.base on delete cascade,
  person_id uuid not null references identity.person on delete cascade,
  message text not null check (char_length(message) between 1 and 500),
  state text not null default 'pending' check (state in ('pending', 'accepted', 'declined', 'withdrawn')),
  created_at timestamptz not null,
  decided_at timestamptz,
  check ((state = 'pending') = (decided_at is null))
);
create unique index join_request_pending on bases.join_request (base_id, person_id) where state = 'pending';
create index join_request_person on bases.join_request (person_id, created_at);

create trigger audit after insert or update or delete on bases.invitation for each row execute function audit.capture('-email', '-message');
create trigger audit after insert or update or delete on bases.join_request for each row execute function audit.capture('-message');

-- What a person wants of the commons, known to them alone: where they are, what interests them, whether they want the letter of the month,
-- and how far they are in the four steps of their welcome (5 is after the last one).
create table bases.preference (
  person_id uuid primary key references identity.person on delete cascade,
  department text check (department ~ '^(\d{2}|2[AB]|9[78]\d)$'),
  themes text[] not null default '{}' check (cardinality(themes) <= 5),
  welcome_step smallint not null default 1 check (welcome_step between 1 and 5),
  -- Since when they agree to it; none when they do not.
  letter_agreed_at timestamptz,
  updated_at timestamptz not null
);
create index preference_letter on bases.preference (person_id) where letter_agreed_at is not null;

-- A letter of a month, claimed before it leaves so that it never leaves twice; the hash of the secret with which it stops them.
create table bases.letter (
  person_id uuid not null references identity.person on delete cascade,
  month date not null check (extract(day from month) = 1),
  -- Of its mail: the same again does not send what was sent.
  mail_id uuid not null,
  token_hash bytea not null unique,
  claimed_at timestamptz not null,
  sent_at timestamptz,
  primary key (person_id, month)
);

-- What one shows of oneself in the commons beside one's name, and how many follow. Without a row: nothing, nobody.
create table bases.profile (
  person_id uuid primary key references identity.person on delete cascade,
  website text check (website ~* '^https?://' and char_length(website) <= 2000),
  facebook text check (facebook ~* '^https?://' and char_length(facebook) <= 2000),
  linkedin text check (linkedin ~* '^https?://' and char_length(linkedin) <= 2000),
  twitter text check (twitter ~* '^https?://' and char_length(twitter) <= 2000),
  email_is_public boolean not null default false,
  followers_count integer not null default 0 check (followers_count >= 0)
);
insert into bases.profile (person_id, followers_count) select followed_id, count(*) from bases.followed_person group by followed_id;
create function bases.count_person_followers() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into bases.profile (person_id, followers_count) values (new.followed_id, 1)
      on conflict (person_id) do update set followers_count = bases.profile.followers_count + 1;
  else
    update bases.profile set followers_count = followers_count - 1 where person_id = old.followed_id;
  end if;
  return null;
end $$;
revoke execute on function bases.count_person_followers() from public;
create trigger count_person_followers after insert or delete on bases.followed_person
  for each row execute function bases.count_person_followers();

alter table bases.base
  add column facebook text check (facebook ~* '^https?://' and char_length(facebook) <= 2000),
  add column linkedin text check (linkedin ~* '^https?://' and char_length(linkedin) <= 2000),
  add column twitter text check (twitter ~* '^https?://' and char_length(twitter) <= 2000),
  -- Which resources stand first on its page.
  add column highlights text not null default 'latest_published'
    check (highlights in ('latest_published', 'most_viewed', 'most_recommended'));

-- A base that goes takes its collections with it, and brings them back when it is restored.
alter table bases.collection add column deleted_at timestamptz;

-- The author closes opinions: those that were given stay, unseen.
alter table bases.resource add column public_feedback boolean not null default true;

-- Answers to answers. One that has answers below it keeps its place when its words go.
alter table bases.answer
  add column answer_id uuid references bases.answer on delete cascade,
  add column removed_at timestamptz,
  drop constraint answer_text_check,
  add constraint answer_text_check check (char_length(text) <= 1000 and (removed_at is not null or text <> ''));
create index answer_answer on bases.answer (answer_id) where answer_id is not null;
-- What moderators hide is seen by its author alone, and its rating does not count.
alter table bases.opinion add column hidden_at timestamptz;
alter table bases.answer add column hidden_at timestamptz;
create or replace function bases.count_opinions() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  counted boolean := tg_op <> 'INSERT' and old.hidden_at is null;
  counts boolean := tg_op <> 'DELETE' and new.hidden_at is null;
begin
  update bases.resource set
    opinions_count = opinions_count + counts::int - counted::int,
    ratings_sum = ratings_sum + case when counts then new.rating else 0 end - case when counted then old.rating else 0 end
    where id = case when tg_op = 'DELETE' then old.resource_id else new.resource_id end;
  return null;
end $$;
drop trigger count_opinions on bases.opinion;
create trigger count_opinions after insert or delete or update of rating, hidden_at on bases.opinion
  for each row execute function bases.count_opinions();

-- What people say of the service itself. Without a name when they have not signed in, or once they are gone.
create table bases.site_feedback (
  id uuid primary key,
  person_id uuid references identity.person on delete set null,
  rating smallint not null check (rating between 1 and 10),
  difficulty_area text check (difficulty_area in ('search', 'resources', 'collections', 'profile', 'bases', 'other')),
  text text not null default '' check (char_length(text) <= 2000),
  wants_contact boolean not null default false,
  at timestamptz not null
);
create index site_feedback_at on bases.site_feedback (at desc, id desc);
create index site_feedback_person on bases.site_feedback (person_id) where person_id is not null;

grant select, insert, update on bases.invitation, bases.join_request, bases.preference, bases.profile to sillage_portal;
grant select on bases.invitation_token to sillage_portal;
-- One-click unsubscription finds its letter by its secret.
grant select on bases.letter to sillage_portal;
-- What was said is not read there, but how often somebody did.
grant insert on bases.site_feedback to sillage_portal;
grant select (person_id, at) on bases.site_feedback to sillage_portal;
grant update on bases.answer to sillage_portal;
grant select, update, delete on bases.invitation, bases.join_request, bases.preference, bases.profile, bases.site_feedback to sillage_worker;
grant select, insert, delete on bases.invitation_token to sillage_worker;
grant select, insert, update, delete on bases.letter to sillage_worker;
-- What was deleted goes for good once its delay is over.
grant insert on bases.profile to sillage_worker;
grant delete on bases.base, bases.content to sillage_worker;
grant select on bases.site_feedback to sillage_back_office;
grant select (id, rating, difficulty_area, at) on bases.site_feedback to sillage_statistics;
