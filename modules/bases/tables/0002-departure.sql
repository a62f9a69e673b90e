-- The worker settles what a person leaves: their drafts and private resources go, what they published stays.
grant select on bases.draft, bases.content, bases.slug to sillage_worker;
grant delete on bases.resource, bases.draft, bases.content, bases.resource_event, bases.slug to sillage_worker;
