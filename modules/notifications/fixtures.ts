import { z } from 'zod'
import { kyselyOn } from '#kernel/db/connection.ts'
import { enqueueOn } from '#kernel/fact/enqueue.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { v7 } from '#kernel/id.ts'
import { system } from '#kernel/operation/actor.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { declareKind, declareSubject, type Kind } from './kinds.ts'
import { notifications } from './module.ts'
import { notify, type Notice } from './notify.ts'

export const world = worldOf(notifications)
export const aPerson = async (given: Parameters<typeof makePerson>[1] = {}) => makePerson((await world()).db, given)

const params = z.object({ id: z.uuid(), title: z.string() })
const aKind = (code: string, more: Partial<Kind<typeof params>> = {}) => declareKind({
  code: `tests.${code}`, importance: 'normal', channels: { mail: 'never' }, params, family: 'Essais', label: `Essai de ${code}`,
  text: ({ title }, { by }) => ({ title: `${by} : ${title}`, body: `Le corps de ${title}` }), href: ({ id }) => `/essais/${id}`, ...more,
})

/** Kinds of all sorts: on screen alone, by mail at each pace, grouped, critical. */
export const kinds = {
  quiet: aKind('quiet'),
  atOnce: aKind('at-once', { channels: { mail: 'at-once' } }),
  daily: aKind('daily', { channels: { mail: 'daily' } }),
  weekly: aKind('weekly', { channels: { mail: 'weekly' } }),
  comment: aKind('comment-added', { channels: { mail: 'at-once' }, grouped: (count, { title }) => `${count} nouveaux commentaires sur « ${title} »` }),
  critical: aKind('account-in-danger', { importance: 'critical', channels: { mail: 'at-once' } }),
}

/** Threads that whoever knows them sees, but those that are `hidden`. */
export const hidden = new Set<string>()
declareSubject({
  kind: 'tests.thread', label: 'discussion', find: async (_, id) => hidden.has(id) ? undefined : { title: `Discussion ${id.slice(-4)}`, href: `/discussions/${id}` },
})
export const aThread = () => ({ kind: 'tests.thread', id: v7() })

/** Asks as a reaction of the worker does, then lets the worker tell. @param at the instant of the happening. */
export const tell = async (notice: Partial<Notice<typeof params>> & Pick<Notice<typeof params>, 'to'>, at = new Date().toISOString()) => {
  const { pools, work } = await world()
  const context: WorkerContext = {
    db: kyselyOn<any>(pools.worker), actor: system, now: at, origin: { request: 'test' }, record: async () => undefined,
    enqueue: enqueueOn((statement) => pools.worker.query(statement)),
  }
  await notify(context, { kind: kinds.quiet, params: { id: v7(), title: 'Titre' }, ...notice })
  await work()
}
