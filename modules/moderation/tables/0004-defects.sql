-- People also report that something is out of date, holds mistakes or repeats something else: no offence, its author mends it.

alter table moderation.subject
  -- An offence as soon as one report says so, until it is decided: moderators read offences first, and defects apart.
  add column concern text not null default 'offence' check (concern in ('offence', 'defect'));
create index subject_concern on moderation.subject (state, concern, reported_at, id);
drop index moderation.subject_state;

alter table moderation.report
  -- What it repeats, as whoever reports gives it.
  add column repeats text check (char_length(repeats) <= 500);

alter table moderation.decision
  -- Whatever the application does: what is out of date or mistaken stays, what is there twice may be hidden, none is deleted for that.
  add constraint decision_measured check (ground is null or not (
    decision = 'delete' and ground in ('outdated', 'errors', 'duplicate') or decision = 'hide' and ground in ('outdated', 'errors')));

drop trigger audit on moderation.report;
drop trigger audit_again on moderation.report;
create trigger audit after insert on moderation.report for each row execute function audit.capture('-words', '-repeats');
create trigger audit_again after update of at on moderation.report for each row execute function audit.capture('-words', '-repeats');

grant update (concern) on moderation.subject to sillage_portal;
grant update (repeats) on moderation.report to sillage_portal;
