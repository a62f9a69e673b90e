-- What was written for later waits an instant, or as long as a switch says, among what is held.
grant insert on messaging.held_message to sillage_worker;
