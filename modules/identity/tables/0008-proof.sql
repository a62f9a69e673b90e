-- A person proves again who they are: by a link to an address of theirs, or at a provider that asks them again.
alter table identity.authorization_request drop constraint authorization_request_purpose_check,
  add constraint authorization_request_purpose_check check (purpose in ('sign-in', 'link', 'prove', 'sign-out'));
alter table identity.sign_in_link drop constraint sign_in_link_purpose_check,
  add constraint sign_in_link_purpose_check check (purpose in ('sign-in', 'prove-address', 'prove-person')
    and (purpose <> 'sign-in') = (person_id is not null));
