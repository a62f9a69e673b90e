-- Whether the demonstration's world was written to its end.
create table demo.seeding (
  one boolean primary key default true check (one),
  begun_at timestamptz not null,
  done_at timestamptz
);
