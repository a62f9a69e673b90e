-- What people are today in an organisation, and in which of its groups: `organisations.grant` says of who is in a group only that they are a
-- member of the organisation, which is enough for rights and not to be read by people.
create view organisations.holding as
  select membership.person_id, membership.organisation_id, membership.role, membership.group_id, one.name as group_name
  from organisations.membership
  join organisations.organisation on organisation.id = membership.organisation_id and organisation.closed_at is null
  left join organisations.group as one on one.id = membership.group_id
  where membership.ended_at is null and one.closed_at is null
    and organisations.today(organisation.time_zone) between membership.valid_from and coalesce(membership.valid_to, 'infinity');
grant select on organisations.holding to sillage_portal, sillage_back_office;
