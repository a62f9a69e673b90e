-- How the person proved who they are, and when last: at sign-in, or again since (re-authentication, a passkey).
alter table identity.session
  add proved_at timestamptz,
  -- What the identity provider vouched for (OpenID Connect Core §2) and the means used (RFC 8176).
  add acr text,
  add amr text[] not null default '{}',
  -- Which provider signed them in, and the identity token that sign-out at that provider asks for. Nothing else of it is kept.
  add provider text,
  add id_token text,
  add constraint session_id_token check (id_token is null or provider is not null);

-- A new token for a session that goes on is traced too; being seen is not.
drop trigger audit on identity.session;
create trigger audit after insert or update of token_hash or delete on identity.session for each row
  execute function audit.capture('-token_hash', '-id_token');
