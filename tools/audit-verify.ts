// `npm run audit:verify [-- --anchor <sequence>:<hash>]`: reads the whole trace and compares it with its chain, while the product runs or
// not. Ends with 1 when something was altered, and names the first thing that was.
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { addresses } from '#kernel/db/addresses.ts'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { lockDirectory, lockHolder } from '#kernel/db/lock.ts'
import { verifyTrace, type Anchor, type Verification } from '#modules/audit/api.ts'
import { readConfiguration } from './configuration.ts'
import { withSentence } from './with-sentence.ts'

const says = {
  altered: 'was altered', missing: 'is missing', inserted: 'was added since', emptied: 'was emptied, and no purge tells it',
  backdated: 'is dated from before what was sealed already', chain: 'does not follow the one before', anchor: 'is not the one of the anchor',
}

const wrong = (sentence: string) => Object.assign(new Error(sentence), { code: 'SILLAGE_CONFIGURATION' })

const anchorOf = (words: readonly string[]): Anchor | undefined => {
  if (words.length === 0) return undefined
  const [, sequence, hash] = /^--anchor[ =](\d+):([0-9a-f]{64})$/i.exec(words.join(' ')) ?? []
  if (!sequence || !hash) throw wrong('Give an anchor as --anchor 42:<64 hexadecimal digits>, or nothing.')
  return { sequence: Number(sequence), hash: hash.toLowerCase() }
}

const report = ({ fault, seals, entries, changes, forgotten, anchor }: Verification) => {
  const ended = forgotten ? `, ${forgotten} seals whose lines ended their retention` : ''
  const counts = `${seals} seals, ${entries} entries, ${changes} differences${ended}`
  if (fault) {
    console.log(`✗ ${fault.of} ${fault.key} ${says[fault.kind]} (seal ${fault.sequence}). Before it, what holds: ${counts}.`)
    process.exitCode = 1
  } else console.log(`✓ the trace holds: ${counts}.`)
  if (!anchor || fault) return
  console.log(`  Note this anchor elsewhere, and give it next time with --anchor:\n  ${anchor.sequence}:${anchor.hash}   (${anchor.at})`)
}

/** The embedded database: that of the product that runs, or one started for this alone. */
const embeddedOf = async (data: string) => {
  if (!await access(join(data, 'postgres/PG_VERSION')).then(() => true, () => false)) {
    throw wrong(`There is no database in ${data}: give the folder of the data in SILLAGE_DATA.`)
  }
  const unlock = await lockHolder(data) ? undefined : await lockDirectory(data, 'A check of the trace')
  const embedded = await startEmbedded({ directory: data })
  return { embedded, stop: async () => { await embedded.stop(); await unlock?.() } }
}

await withSentence(async () => {
  const noted = anchorOf(process.argv.slice(2))
  const { data, databaseUrl } = readConfiguration(process.env)
  const own = databaseUrl ? undefined : await embeddedOf(data)
  const pool = connect(addresses(process.env, own?.embedded).backOffice, 1, 'sillage-audit-verify')
  try {
    report(await verifyTrace(kyselyOn(pool), noted))
  } finally {
    await pool.end()
    await own?.stop()
  }
})
