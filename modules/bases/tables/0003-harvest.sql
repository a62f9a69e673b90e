-- Feeds, the map of the site and harvesters read what is open in the order of its publication.
create index resource_open_by_publication on bases.resource (last_published_at, id) where is_open;
