-- People whom an establishment's list names are made by the worker, which applies lists in batches; and ordered erased when they turn out to
-- be somebody who was here already.
grant insert on identity.person, identity.account, identity.address, identity.erasure to sillage_worker;
