import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modules as portal } from '#apps/portal/modules.ts'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { kernelSchema, migrate } from '#kernel/db/migrate.ts'
import { prepareEmbedded } from '#kernel/db/prepare.ts'
import { system } from '#kernel/operation/actor.ts'
import { inOrder } from '#kernel/operation/module.ts'
import { notes } from '../operations/notes.ts'

const root = join(import.meta.dirname, '../..')

/** A PostgreSQL of its own with the tables of every module, removed at the end; `context` has the owner's rights, to seed. */
export const openDatabase = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sillage-bench-signed-in-'))
  await chmod(directory, 0o755)
  const embedded = await startEmbedded({ directory })
  await prepareEmbedded(embedded)
  const schemas = inOrder([...portal, notes]).map(({ name, folder }) => ({ name, folder: join(root, folder, 'tables') }))
  await migrate(embedded.url('sillage_owner'), [kernelSchema, ...schemas])
  const owner = connect(embedded.url('sillage_owner'), 2)
  const context = {
    db: kyselyOn<any>(owner), actor: system, now: new Date().toISOString(), origin: { request: 'bench' },
    record: async () => { throw new Error('What a bench seeds records no fact') },
  }
  return {
    url: embedded.url('sillage_portal'), address: embedded.url, owner, context,
    stop: async () => {
      await owner.end()
      await embedded.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
