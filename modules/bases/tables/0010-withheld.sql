-- What moderation keeps from readers: waiting to be read, hidden, deleted. Those who write it see it, and cannot show it again by themselves.

alter table bases.resource
  add column withheld text check (withheld in ('waiting', 'hidden', 'deleted')),
  add constraint resource_withheld check (withheld is null or not is_public);
alter table bases.base
  add column withheld text check (withheld in ('waiting', 'hidden', 'deleted')),
  add constraint base_withheld check (withheld is null or not is_public);
