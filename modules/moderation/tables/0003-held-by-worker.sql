-- What a job publishes in somebody's name is held as what they publish themselves.
grant insert, update on moderation.subject to sillage_worker;
