import { Refusal } from '#kernel/operation/operation.ts'
import { configured } from './configuration.ts'
import type { Context } from './policy.ts'
import { keyOf } from './storage/storage.ts'

/** @returns what the scanner says, or undefined when it says nothing: absent, out of reach, or the bytes are gone. */
const verdictOn = async (id: string) => {
  const { scan, storage } = configured()
  const found = await storage.get(keyOf(id))
  if (!scan || !found) return found && 'clean'
  try {
    return await scan(found.stream)
  } finally {
    found.stream.destroy()
  }
}

/** Gives a file that is held to the scanner. @throws what the scanner throws; the file is then still held. */
const settle = async ({ db }: Context, id: string): Promise<'clean' | 'infected' | undefined> => {
  const verdict = await verdictOn(id)
  if (!verdict) return undefined
  const change = verdict === 'clean' ? { state: 'ready' } : { state: 'refused', refusal: 'files.infected' }
  await db.updateTable('files.file').set({ ...change, changed_at: new Date().toISOString() })
    .where('id', '=', id).where('state', '=', 'held').execute()
  return verdict
}

/** Asks the scanner at once, while the sender waits; when it cannot tell the file stays held and the job asks again. */
export const scanHeld = async (context: Context, id: string): Promise<void> => {
  const verdict = await settle(context, id).catch(() => undefined)
  if (verdict === 'infected') throw new Refusal('files.infected')
}

/** Asks again for every file that waits. @throws AggregateError of what the scanner threw, once all were tried. */
export const scanAllHeld = async (context: Context): Promise<{ clean: number; infected: number }> => {
  const held = await context.db.selectFrom('files.file').select('id').where('state', '=', 'held').orderBy('id').limit(500).execute()
  const count = { clean: 0, infected: 0 }
  const failures: unknown[] = []
  for (const { id } of held) {
    const verdict = await settle(context, id).catch((error: unknown) => { failures.push(error) })
    if (verdict) count[verdict]++
  }
  if (failures.length) throw new AggregateError(failures, 'The scanner did not answer')
  return count
}
