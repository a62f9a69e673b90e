-- What administrators set while the service runs. A setting that nobody changed has no row: its default is in the code of its module.

create table settings.setting (
  key text primary key,
  -- None: the default of the code again.
  value jsonb,
  version integer not null default 1,
  changed_at timestamptz not null
);

-- Every change, for good: who, when, from what to what, and why. Taking one back is a change too.
create table settings.change (
  id uuid primary key,
  key text not null references settings.setting,
  before jsonb,
  after jsonb,
  reason text not null check (char_length(reason) between 1 and 500),
  person_id uuid,
  at timestamptz not null,
  undoes uuid references settings.change
);
create index change_key on settings.change (key, at desc, id desc);

create trigger audit after insert or update on settings.setting for each row execute function audit.capture('key');

grant usage on schema settings to sillage_portal, sillage_worker, sillage_back_office;
grant select on settings.setting to sillage_portal, sillage_worker, sillage_back_office;
grant insert, update on settings.setting to sillage_back_office;
grant select, insert on settings.change to sillage_back_office;
