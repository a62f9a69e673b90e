import type { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { kyselyAs } from '#kernel/db/transaction.ts'
import { v7 } from '#kernel/id.ts'
import { settingsOf, type Call } from '#kernel/operation/engine.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { belongsTo } from '#kernel/operation/rule.ts'
import { scopesOf } from '#kernel/operation/actor.ts'
import type { Source } from './reader/read.ts'
import type { Tables } from './policy.ts'

/** Largest list, in bytes: some 300,000 people. */
export const MOST_BYTES = 50_000_000
/** In bytes. */
const PIECE = 262_144

const mayUpload = belongsTo('organisation', 'organisation_id', 'structure-manager', 'pedagogical-administrator')

/**
 * Keeps a list as it came, piece by piece, without having it whole in memory. It belongs to the organisation, and goes with the end of its
 * import, or after a day.
 * @throws Refusal `forbidden`, `provisioning.too-large`, `provisioning.empty`.
 */
export const keepSource = async (pool: Pool, call: Call, organisationId: string, { name, stream }: { name: string; stream: Readable }): Promise<{ fileId: string }> => {
  const { actor } = call
  const may = mayUpload.holds(actor, { organisation_id: organisationId })
    || (scopesOf(actor, 'organisation').includes(organisationId) && scopesOf(actor, 'group', 'programme-manager').length > 0)
  if (!may) {
    stream.resume()
    throw new Refusal(actor.id || actor.client ? 'forbidden' : 'sign-in-required', {}, actor.id || actor.client ? 403 : 401)
  }
  const db = kyselyAs(pool, settingsOf(call, '')) as Kysely<Tables>
  const id = v7()
  await db.insertInto('provisioning.source').values({
    id, organisation_id: organisationId, uploaded_by: actor.id ?? null, name: name.trim().slice(-150) || 'liste.csv', created_at: new Date().toISOString(),
  }).execute()
  let [size, number, waiting] = [0, 0, [] as Buffer[]]
  const flush = async () => {
    const bytes = Buffer.concat(waiting)
    waiting = []
    if (bytes.length > 0) {
      await db.insertInto('provisioning.piece').values({ organisation_id: organisationId, source_id: id, number: number++, bytes }).execute()
    }
  }
  try {
    let held = 0
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      held += chunk.length
      if (size > MOST_BYTES) throw new Refusal('provisioning.too-large', { megabytes: MOST_BYTES / 1_000_000 }, 413)
      waiting.push(chunk)
      if (held >= PIECE) {
        held = 0
        await flush()
      }
    }
    await flush()
    if (size === 0) throw new Refusal('provisioning.empty', {}, 422)
  } catch (error) {
    stream.resume()
    await db.deleteFrom('provisioning.source').where('id', '=', id).execute()
    throw error
  }
  await db.updateTable('provisioning.source').set({ size, completed_at: new Date().toISOString() }).where('id', '=', id).execute()
  return { fileId: id }
}

/** The bytes of a list, from the start each time that it is called, one piece in memory at a time. */
export const openSource = (db: Kysely<Tables>, sourceId: string): Source => async function* () {
  for (let number = 0; ; number++) {
    const piece = await db.selectFrom('provisioning.piece').select('bytes').where('source_id', '=', sourceId).where('number', '=', number).executeTakeFirst()
    if (!piece) return
    yield piece.bytes
  }
}
