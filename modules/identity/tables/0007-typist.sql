-- Who typed a form is told by a keyed hash of the person, in their cookie and in the form that a browser keeps once their session has ended:
-- what one has typed is never sent for another. The key is the account's own, random, and tells nothing else.
alter table identity.account add typist_key uuid not null default gen_random_uuid();

drop trigger audit on identity.account;
create trigger audit after insert or update of state or delete on identity.account for each row execute function audit.capture('-typist_key');
