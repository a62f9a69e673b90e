import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { lockDirectory, lockHolder } from '#kernel/db/lock.ts'

/** An error whose message is the sentence to print (with-sentence.ts). */
export const wrong = (sentence: string) => Object.assign(new Error(sentence), { code: 'SILLAGE_CONFIGURATION' })

/** The embedded database of a data folder: that of the product that runs, or one started for this alone. @param purpose « An import », for who waits. */
export const embeddedIn = async (data: string, purpose: string) => {
  if (!await access(join(data, 'postgres/PG_VERSION')).then(() => true, () => false)) {
    throw wrong(`There is no database in ${data}: give the folder of the data in SILLAGE_DATA.`)
  }
  const unlock = await lockHolder(data) ? undefined : await lockDirectory(data, purpose)
  const embedded = await startEmbedded({ directory: data })
  return { embedded, stop: async () => { if (unlock) await embedded.stop().then(unlock) } }
}
