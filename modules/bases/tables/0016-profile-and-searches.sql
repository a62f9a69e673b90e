-- A profile that looks like an advertisement waits to be read, as resources and bases do; `deleted` takes its links away for good.
alter table bases.profile
  add column withheld text check (withheld in ('waiting', 'hidden', 'deleted')),
  -- Since when search has it; none while it is private.
  add column public_since timestamptz;

-- Bases and profiles are searched for too.
alter table bases.saved_search add column kind text not null default 'resources' check (kind in ('resources', 'bases', 'profiles'));
