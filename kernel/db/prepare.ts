import pg from 'pg'
import { databaseUrl } from './addresses.ts'
import type { Embedded } from './embedded.ts'
import { loginRoles, rolesSql, silentRoles } from './roles.ts'

/** Creates the database and its roles in the embedded PostgreSQL; changes nothing the next times. */
export async function prepareEmbedded(embedded: Embedded, database = 'sillage'): Promise<void> {
  await connected(embedded.superuserUrl, async (client) => {
    if ((await client.query('select from pg_database where datname = $1', [database])).rowCount === 0) {
      await client.query(`create database "${database}"`)
    }
  })
  const url = new URL(embedded.superuserUrl)
  url.pathname = `/${database}`
  await connected(url.href, (client) => client.query(rolesSql({ database, password: embedded.password })))
}

/**
 * Checks an external database and creates our roles there when its account may; else says what its administrator has to do.
 * @throws code SILLAGE_OLD_POSTGRES before PostgreSQL 15; code SILLAGE_ROLES when roles are missing and the account may not
 *   create them; the driver's errors
 */
export async function prepareExternal(address: string): Promise<void> {
  const database = decodeURIComponent(databaseUrl(address).pathname.slice(1))
  await connected(address, async (client) => {
    const { rows: [server] } = await client.query<Server>(serverSql)
    if (server!.version < 150000) {
      throw Object.assign(new Error(server!.named), { code: 'SILLAGE_OLD_POSTGRES' })
    }
    if (await isReady(client, server!)) return
    try {
      if (!server!.may_create) throw new Error('may not create roles')
      await client.query(rolesSql({ database, login: server!.login }))
      if (!await isReady(client, server!)) throw new Error('rights are still missing')
    } catch (cause) {
      throw Object.assign(new Error(`roles are missing in ${database}`, { cause }), { code: 'SILLAGE_ROLES' })
    }
  })
}

type Server = { version: number, named: string, login: string, may_create: boolean }
const serverSql = `select current_setting('server_version_num')::int as version, current_setting('server_version') as named,
  rolname as login, rolsuper or rolcreaterole as may_create from pg_roles where rolname = session_user`

/** Every role is there, the account can take it, and the owner may create schemas. */
async function isReady(client: pg.Client, { version }: Server): Promise<boolean> {
  const { rows: [found] } = await client.query<{ ready: boolean }>(`
    select count(*) = cardinality($1::text[]) and bool_and(pg_has_role(session_user, oid, $2))
      and bool_or(rolname = $3 and has_database_privilege(oid, current_database(), 'create')
        and not exists (select from pg_roles silent where silent.rolname = any($4) and not pg_has_role(pg_roles.oid, silent.oid, $2))) as ready
    from pg_roles where rolname = any($1)`,
  [[...Object.values(loginRoles), ...silentRoles], version >= 160000 ? 'set' : 'member', loginRoles.owner, silentRoles])
  return found!.ready
}

async function connected<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})   // the query that runs says it too
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
