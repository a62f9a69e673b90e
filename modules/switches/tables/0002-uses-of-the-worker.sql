-- What reaches the service by another way than a page (a reply by mail) counts against the limits of whoever sent it.
grant insert, update on switches.use to sillage_worker;
