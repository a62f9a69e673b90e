-- The worker asks of the people whom it writes to whether something is closed to them.
grant select on organisations.holding to sillage_worker;
