/**
 * The roles that log in, and what each is for. None is a superuser and none bypasses row policies; only the owner owns, and
 * it only migrates. Without a password (an external database whose administrator gave none) a role is reached by `set role`
 * alone.
 */
export const loginRoles = {
  owner: 'sillage_owner',
  portal: 'sillage_portal',
  backOffice: 'sillage_back_office',
  worker: 'sillage_worker',
  statistics: 'sillage_statistics',
} as const

/** Owns the search tables, which others read only through a function that checks visibility; nobody logs in as it. */
export const searchRole = 'sillage_search'
/** Owns the functions by which streams go beyond one person; nobody logs in as it. */
export const liveRole = 'sillage_live'
/** The roles that own what others reach by functions alone. */
export const silentRoles: readonly string[] = [searchRole, liveRole]

export type Purpose = keyof typeof loginRoles

const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

type Wanted = {
  /** The database of the product, which must exist; the one that runs this SQL must be connected to it. */
  database: string
  /** The role that owns the product's tables. */
  owner?: string
  /** A role that is not ours (the one of DATABASE_URL) and takes ours with `set role`. */
  login?: string
  /** Passwords for roles that have none yet: only a superuser may read that, so only for the embedded database. */
  password?: (role: string) => string
}

/**
 * SQL that creates the roles, or completes them: run it as often as you like, as a superuser or as the database's owner with
 * CREATEROLE, on PostgreSQL 15 to 18. From 16 a membership says whether it inherits: ours for `login` do not, so that the
 * rights are those of the role taken.
 */
export function rolesSql({ database, owner = loginRoles.owner, login, password }: Wanted): string {
  const roles = [...new Set([owner, ...Object.values(loginRoles)])]
  const members = [...roles, ...silentRoles].filter((role) => role !== login)
  return [
    ...roles.map((role) => createRole(role, 'login')),
    ...silentRoles.map((role) => createRole(role, 'nologin')),
    ...password ? roles.map((role) => givePassword(role, password(role))) : [],
    ...silentRoles.map((role) => grantRole(role, owner, '')),
    ...login ? members.map((role) => grantRole(role, login, ' with inherit false, set true')) : [],
    `grant connect, temporary on database ${identifier(database)} to ${roles.map(identifier).join(', ')};`,
    `grant create on database ${identifier(database)} to ${identifier(owner)};`,
    'revoke create on schema public from public;',
  ].join('\n')
}

/** Two processes may start together: the one that loses the race finds the role made. */
const createRole = (role: string, login: 'login' | 'nologin') => `do $$ begin
  if not exists (select from pg_roles where rolname = ${literal(role)}) then
    create role ${identifier(role)} ${login} nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;`

const givePassword = (role: string, password: string) => `do $$ begin
  if (select rolpassword is null from pg_authid where rolname = ${literal(role)}) then
    alter role ${identifier(role)} password ${literal(password)};
  end if;
end $$;`

/** Skips a membership that exists, and one of a superuser, who needs none. */
const grantRole = (role: string, member: string, since16: string) => `do $$ begin
  if not exists (select from pg_auth_members where roleid = ${literal(role)}::regrole and member = ${literal(member)}::regrole
      and (to_jsonb(pg_auth_members) -> 'set_option') is distinct from 'false')
    and not (select rolsuper from pg_roles where rolname = ${literal(member)}) then
    if current_setting('server_version_num')::int >= 160000 then
      execute ${literal(`grant ${identifier(role)} to ${identifier(member)}${since16}`)};
    else
      execute ${literal(`grant ${identifier(role)} to ${identifier(member)}`)};
    end if;
  end if;
end $$;`
