// `node_modules/.bin/node tools/staff-reset.ts <e-mail>`: for an administrator who has lost telephone, key and codes. Takes away their second
// factors, closes their sessions, and shows a link by which they enter within a quarter of an hour and choose another second factor. The product
// runs or not. It asks the right to read the data folder, or the owner's address in DATABASE_URL; the trace keeps that it was done.
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { modules } from '#apps/portal/modules.ts'
import { backOfficeOf } from '#apps/back-office/settings.ts'
import { readConfig } from '#kernel/config.ts'
import { addresses } from '#kernel/db/addresses.ts'
import { connect } from '#kernel/db/connection.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { lockDirectory, lockHolder } from '#kernel/db/lock.ts'
import { system } from '#kernel/operation/actor.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf } from '#kernel/operation/module.ts'
import { administrators, newToken, peopleByAddress } from '#modules/identity/api.ts'
import { linkHashOf, resetFactors, staffUrls } from '#modules/staff/api.ts'
import { readConfiguration } from './configuration.ts'
import { withSentence } from './with-sentence.ts'

const wrong = (sentence: string) => Object.assign(new Error(sentence), { code: 'SILLAGE_CONFIGURATION' })

/** The embedded database: that of the product that runs, or one started for this alone. */
const embeddedOf = async (data: string) => {
  if (!await access(join(data, 'postgres/PG_VERSION')).then(() => true, () => false)) {
    throw wrong(`There is no database in ${data}: give the folder of the data in SILLAGE_DATA.`)
  }
  const unlock = await lockHolder(data) ? undefined : await lockDirectory(data, 'A reset of an administrator')
  const embedded = await startEmbedded({ directory: data })
  return { embedded, stop: async () => { if (unlock) await embedded.stop().then(unlock) } }
}

const reset = async (url: string, email: string, origin: string) => {
  const pool = connect(url, 1, 'sillage-reset')
  try {
    const engine = createEngine(pool, portsOf(modules))
    const call = { actor: system, origin: { request: 'tools/staff-reset' } }
    const context = engine.context(call)
    const people = await peopleByAddress(context, [email])
    const [person] = await administrators(context, people.map((one) => one.personId))
    if (!person) throw wrong(`Nobody who administers the platform has proved the address ${email}.`)
    const secret = newToken()
    const { output } = await engine.run(resetFactors, { personId: person.id, email: email.toLowerCase(), linkHash: linkHashOf(secret) }, call)
    console.log(`✓ ${person.name ?? email}: ${output.factors} factors and ${output.codes} recovery codes taken away, ${output.sessions} sessions closed.`)
    console.log(`  They enter by this link, once, within 15 minutes, and choose another second factor:\n  ${origin}${staffUrls.link(secret)}`)
  } finally {
    await pool.end()
  }
}

await withSentence(async () => {
  const { data, databaseUrl, demonstration } = readConfiguration(process.env)
  const [email] = process.argv.slice(2)
  if (!email) throw wrong('Give the e-mail address of the administrator: tools/staff-reset.ts camille@example.fr')
  const settings = backOfficeOf(readConfig({ ...process.env, SILLAGE_DEMONSTRATION: demonstration ? '1' : '', SILLAGE_DATA: data }))
  if (!settings) throw wrong('There is no back office here: BACK_OFFICE_ORIGIN and BACK_OFFICE_KEY would give it one.')
  const found = databaseUrl ? undefined : await embeddedOf(data)
  try {
    await reset(addresses(process.env, found?.embedded).owner, email, settings.origin)
  } finally {
    await found?.stop()
  }
})
