-- Number of the last version of the terms of use that the person accepted: read with each session, kept by the module `terms`.
alter table identity.account add column terms_version integer;
