import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { asRole } from '../db/addresses.ts'
import { migrate, type Schema } from '../db/migrate.ts'
import { rolesSql } from '../db/roles.ts'

/** The server on which tests make their databases. */
export interface Cluster { admin: string; external: boolean; passwords?: Record<string, string> }

const LOCK = 0x7e57

const at = (cluster: Cluster, database: string): string => {
  const url = new URL(cluster.admin)
  url.pathname = `/${database}`
  return url.href
}

export const addressOf = (cluster: Cluster, database: string, role: string): string => {
  const password = cluster.passwords?.[role]
  if (!password) return asRole(at(cluster, database), role)
  const url = new URL(at(cluster, database))
  url.username = role
  url.password = password
  return url.href
}

const asAdmin = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Changes with any migration, so that a template is made once for one state of the sources. */
const fingerprint = async (schemas: Schema[]): Promise<string> => {
  const hash = createHash('sha256')
  for (const { name, folder } of schemas) {
    for (const file of (await readdir(folder).catch((): string[] => [])).toSorted((a, b) => a.localeCompare(b))) {
      if (file.endsWith('.sql')) hash.update(`${name}/${file}\n`).update(await readFile(join(folder, file)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * A fresh database with the tables of these schemas, copied from a template that the first one to need it migrates.
 * @returns its name, and the function that drops it.
 */
export const freshDatabase = async (cluster: Cluster, schemas: Schema[]) => {
  const template = `sillage_template_${await fingerprint(schemas)}`
  const name = `sillage_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await asAdmin(cluster.admin, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      const making = `${template}_making`
      await client.query(`drop database if exists ${making} with (force)`)
      await client.query(`create database ${making}`)
      await asAdmin(at(cluster, making), (inside) => inside.query(rolesSql({ database: making })))
      await migrate(addressOf(cluster, making, 'sillage_owner'), schemas)
      await client.query(`alter database ${making} rename to ${template}`)
    }
    // Its files as they are: a quarter of what their blocks cost by way of the log.
    await client.query(`create database ${name} template ${template} strategy file_copy`)
    // A copy has the template's content, and not the rights on it.
    await client.query(`grant create, temporary on database ${name} to sillage_owner`)
  })
  return { name, drop: () => asAdmin(cluster.admin, (client) => client.query(`drop database if exists ${name} with (force)`)) }
}
