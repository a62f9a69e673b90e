-- The identity token that sign-out at a provider asks for is encrypted where it waits. Those of today, in clear, are dropped: these sessions end
-- here alone.
update identity.session set id_token = null where id_token is not null;
update identity.authorization_request set id_token = null where id_token is not null;
update identity.proposal set id_token = null where id_token is not null;
alter table identity.session alter id_token type secrets.sealed;
alter table identity.authorization_request alter id_token type secrets.sealed;
alter table identity.proposal alter id_token type secrets.sealed;
