-- The order of facts within a subject is drawn from a sequence instead of a row a subject, which every command wrote and locked beside its
-- own. What changes a subject holds its row until the commit, and draws the number at its end: the numbers are in the order of the commits.
create sequence kernel.fact_sequence;
select setval('kernel.fact_sequence', greatest(1, (select max(sequence) from kernel.fact)));
alter table kernel.fact alter column sequence set default nextval('kernel.fact_sequence');
drop table kernel.subject;
-- Read once a night, written by every command.
drop index kernel.fact_keep_until;
grant usage on kernel.fact_sequence to sillage_portal, sillage_back_office, sillage_worker;
