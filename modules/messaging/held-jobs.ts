import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { signal } from '#modules/live/api.ts'
import { notify } from '#modules/notifications/api.ts'
import { heldBy, hold, release, switchForPerson } from '#modules/switches/api.ts'
import { switchLifted } from '#modules/switches/events.ts'
import { asPerson, isOutOf } from './as-person.ts'
import { FEATURE, KIND } from './held.ts'
import { givenBack, subjectKind } from './notices.ts'
import type { Context, Tables } from './policy.ts'
import { sendHeld } from './sending.ts'
import { topics } from './topics.ts'

type Worker = WorkerContext<Tables>

const lockedRow = ({ db }: Worker, heldId: string) => db.selectFrom('messaging.held_message').selectAll().where('id', '=', heldId)
  .where('state', '=', 'waiting').forUpdate().executeTakeFirst()

const isOut = (author: Context, { conversation_id: id }: { conversation_id: string | null }) => id === null ? false : isOutOf(author, id)

const refusalOf = async (send: () => Promise<unknown>): Promise<string | undefined> => {
  try {
    await send()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

/**
 * Sends what waited in its author's name, or gives it back to them: together with what tells that it waited, so that whatever stops the
 * worker it leaves once.
 * @param returned given back whatever the rights say, with this reason or none.
 */
export const settle = async (
  batch: Worker, heldId: string, { returned }: { returned?: string | null } = {},
): Promise<'sent' | 'returned' | 'none'> => {
  const held = await lockedRow(batch, heldId)
  const author = held && await asPerson(batch, held.person_id)
  if (!held) return 'none'
  const refusal = returned !== undefined ? returned : !author || await isOut(author, held) ? 'messaging.left'
    : await refusalOf(() => sendHeld(author, held))
  if (refusal === undefined) return 'sent'
  await batch.db.updateTable('messaging.held_message').set({ state: 'returned', refusal }).where('id', '=', heldId).execute()
  const [to, about] = [[held.person_id], { kind: subjectKind, id: held.conversation_id ?? heldId }]
  await signal(batch, { to, topic: topics.written, subject: about })
  if (author) await notify(batch, { kind: givenBack, to, params: { conversationId: held.conversation_id }, key: heldId })
  return 'returned'
}

type Became = 'sent' | 'returned' | 'none' | 'held'

const settleNextIn = async (batch: Worker, switchId: string, returned: boolean): Promise<Became | undefined> => {
  const [one] = await heldBy(batch, switchId, KIND, 1)
  if (!one) return undefined
  await release(batch, [one.id])
  const off = one.personId && !returned ? await switchForPerson(batch, FEATURE, one.personId) : undefined
  if (!off) return settle(batch, one.subjectId, returned ? { returned: null } : {})
  if (!await lockedRow(batch, one.subjectId)) return 'none'
  await hold(batch, off, { kind: KIND, id: one.subjectId, personId: one.personId! })
  return 'held'
}

/** One message a transaction, in the order in which they were written. Another switch may have taken over: it then waits for that one. */
const settleNext = (context: JobContext<Tables>, switchId: string, returned: boolean) =>
  context.transaction((batch: Worker) => settleNextIn(batch, switchId, returned))

/** Once a switch is lifted: all that waited for it leaves or is given back. */
export const settleHeld = job({
  name: 'messaging.settle-held', payload: z.object({ switchId: z.uuid(), held: z.enum(['send', 'return']) }),
  run: async (context: JobContext<Tables>, { switchId, held }) => {
    const became = { sent: 0, returned: 0, none: 0, held: 0 }
    const next = () => settleNext(context, switchId, held === 'return')
    for (let one = await next(); one; one = await next()) became[one] += 1
    return became
  },
})

/** After it, what was written in the very instant of the lifting has come. In milliseconds. */
const LATE = 60_000

export const settleLifted = reaction({
  name: 'messaging.settle-lifted', to: switchLifted,
  run: async ({ enqueue, now }: Worker, { switchId, feature, held }) => {
    if (feature !== FEATURE) return
    await enqueue(settleHeld, { switchId, held }, { key: `held-messages:${switchId}` })
    await enqueue(settleHeld, { switchId, held }, { key: `held-messages-late:${switchId}`, at: new Date(Date.parse(now) + LATE)
      .toISOString() })
  },
})
