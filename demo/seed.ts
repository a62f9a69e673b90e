import { join } from 'node:path'
import { v7 } from 'uuid'
import sharp from 'sharp'
import { modules } from '#apps/portal/modules.ts'
import { storageOf } from '#apps/portal/storage.ts'
import type { Config } from '#kernel/config.ts'
import type { Addresses } from '#kernel/db/addresses.ts'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { workOnce } from '#kernel/fact/worker.ts'
import { system } from '#kernel/operation/actor.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf } from '#kernel/operation/module.ts'
import { configureStorage, store } from '#modules/files/api.ts'
import { createPerson } from '#modules/identity/api.ts'
import { drawPortrait } from './world/drawings/portrait.ts'
import { people } from './world/people.ts'

interface Given { config: Config; database: Addresses; log: (line: string) => void }

/** The demonstration is written once: a database that knows somebody is left as it is. */
export const isSeeded = async ({ owner }: Addresses): Promise<boolean> => {
  const pool = connect(owner, 1)
  try {
    return (await pool.query('select from identity.person limit 1')).rowCount === 1
  } finally {
    await pool.end()
  }
}
