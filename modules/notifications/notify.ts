import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { notificationAsked } from './events.ts'
import { deliverNotification } from './jobs/deliver.ts'
import type { Kind } from './kinds.ts'
import type { Context } from './policy.ts'

/** Something of the domain: `{ kind: 'bases.resource', id }`. */
export interface About { readonly kind: string; readonly id: string }

export interface Notice<Params extends z.ZodObject> {
  readonly kind: Kind<Params>
  /** People to tell; whoever caused it (`by`) is left out. */
  readonly to: readonly string[]
  readonly params: z.input<Params>
  /** Who caused it: named where it is told, under the name that they have then. */
  readonly by?: string
  /** What it is about: people may mute it, and several about the same thing are told together. */
  readonly about?: About
  /** What that stands in, the nearest first (a base, a course): people may mute it too. */
  readonly within?: readonly About[]
  /** Tells two happenings of one kind apart: the same again within 24 hours is told once. Left out: what it is about and its parameters. */
  readonly key?: string
}

/** As rows keep it: `bases.resource:<id>`. */
export const subjectKey = ({ kind, id }: About): string => `${kind}:${id}`

const isWorker = (context: KernelContext): context is WorkerContext => 'enqueue' in context

/** The same values, whatever the order of their names. */
const sorted = (value: Record<string, unknown>) => JSON.stringify(Object.entries(value).toSorted(([one], [other]) => one < other ? -1 : 1))

/**
 * Tells people something, each as they chose. From a command, a reaction, or a job: it leaves with what the caller writes, and a job
 * delivers it right after. Same kind and same `key` within 24 hours: each person is told once.
 */
export const notify = async <Params extends z.ZodObject>(context: KernelContext, notice: Notice<Params>): Promise<void> => {
  const to = [...new Set(notice.to)].filter((id) => id !== notice.by)
  if (to.length === 0) return
  const params = notice.kind.params.parse(notice.params)
  const requestId = v7()
  await (context as Context).db.insertInto('notifications.request').values({
    id: requestId, kind: notice.kind.code, person_ids: to, params: JSON.stringify(params), by_person_id: notice.by ?? null,
    about: notice.about ? subjectKey(notice.about) : null, within: (notice.within ?? []).map(subjectKey), at: context.now,
    key: createHash('sha256').update(notice.key ?? `${notice.about?.id ?? ''} ${sorted(params)}`).digest(),
  }).execute()
  if (isWorker(context)) await context.enqueue(deliverNotification, { requestId }, { key: `notify:${requestId}` })
  else await context.record(notificationAsked, { requestId })
}
