// `node tools/rotate-keys.ts master|data|resume|retire`: changes the keys that encrypt columns, while the product runs or not. See
// docs/decisions/0015-privacy.md for the order in which to do it.
import { Client } from 'pg'
import { addresses } from '#kernel/db/addresses.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { lockDirectory, lockHolder } from '#kernel/db/lock.ts'
import { refusal } from '#kernel/db/manifest.ts'
import { readMasterKeys } from '#apps/portal/secrets.ts'
import { readConfiguration } from './configuration.ts'
import { reencrypt, renewDataKeys, retire, rewrap } from './rotation.ts'
import { withSentence } from './with-sentence.ts'

/** Works as the owner, who alone may change a key: on the database of the product that runs, or on one started for this. */
const withOwner = async (work: (client: Client) => Promise<void>) => {
  const { data, databaseUrl } = readConfiguration(process.env)
  const connected = async (url: string) => {
    const client = new Client(url)
    await client.connect()
    try {
      await work(client)
    } finally {
      await client.end()
    }
  }
  if (databaseUrl) return connected(addresses(process.env).owner)
  const unlock = (await lockHolder(data))?.as === 'Sillage' ? undefined : await lockDirectory(data, 'A rotation of keys')
  try {
    const embedded = await startEmbedded({ directory: data })
    try {
      await connected(addresses(process.env, embedded).owner)
    } finally {
      if (unlock) await embedded.stop()
    }
  } finally {
    await unlock?.()
  }
}

const words = 'Say what to rotate: `master` (after a new first key in SILLAGE_MASTER_KEYS), `data` (new keys for what is encrypted), '
  + '`resume` (go on with it), `retire` (forget keys that encrypt nothing).'

await withSentence(async () => {
  const [what, only] = process.argv.slice(2)
  if (!what || !['master', 'data', 'resume', 'retire'].includes(what)) throw refusal(words)
  const { data, demonstration } = readConfiguration(process.env)
  const masters = await readMasterKeys({ SILLAGE_MASTER_KEYS: process.env['SILLAGE_MASTER_KEYS'] || undefined, SILLAGE_DATA: data,
    demonstration })
  await withOwner(async (client) => {
    if (what === 'master') console.log(`✓ ${await rewrap(client, masters)} data keys are under the first master key: the others may go`)
    if (what === 'data') console.log(`✓ ${await renewDataKeys(client, masters, only)} new data keys`)
    if (what === 'retire') console.log(`✓ ${await retire(client)} data keys forgotten`)
    if (what === 'master' || what === 'retire') return
    const columns = await reencrypt(client, masters)
    for (const { column, renewed, broken } of columns) {
      console.log(`✓ ${column}: ${renewed} re-encrypted`)
      if (broken.length > 0) console.error(
        `${column}: ${broken.length} do not open, and are as they were: ${broken.slice(0, 10).join(', ')}`)
    }
    if (columns.some(({ broken }) => broken.length > 0)) process.exitCode = 1
  })
})
