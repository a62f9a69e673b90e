import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { Refusal, type Operation, type Output } from '#kernel/operation/operation.ts'
import { declareKind, notify } from '#modules/notifications/api.ts'
import { brought, type Run } from '../bring.ts'
import type { Context, Tables } from '../../policy.ts'
import { fr } from '../../web/exchange.fr.ts'
import { urls } from '../../web/routes.ts'
import { runningFor } from './as-person.ts'
import { releaseArchive } from './imports.ts'
import { openArchive, placeOf } from './read-package.ts'

const ended = declareKind({
  code: 'bases.package-brought', importance: 'normal', channels: { mail: 'never' }, family: fr.bring.family, label: fr.bring.label,
  params: z.object({ importId: z.uuid(), title: z.string(), resources: z.int(), failed: z.boolean() }),
  text: ({ title, resources, failed }) => ({ title: failed ? fr.bring.toldFailed(title) : fr.bring.told(title, resources) }),
  href: ({ importId }) => urls.packageImport(importId),
})

type Row = { id: string; person_id: string; base_id: string | null; file_id: string | null; entry_id: string | null; file_name: string;
  is_new: boolean }

/** All of it, as whoever confirmed it. @throws Refusal for what is no longer theirs to do. */
const bring = async (context: JobContext<Tables>, one: Row) => {
  if (!one.file_id) throw new Refusal('bases.no-file')
  const given = await openArchive(one.file_id)
  const perform = runningFor(context, one.person_id, one.entry_id ?? undefined)
  const run: Run = (operation, input) => perform(operation, input)
  // The base is known to the import in the transaction that opens it: cut, the import goes on there.
  const open: Run = <Op extends Operation>(operation: Op, input: unknown) => perform(operation, input, ({ db }, output: Output<Op>) =>
    db.updateTable('bases.package_import').set({ base_id: (output as { baseId: string }).baseId }).where('id', '=', one.id).execute())
  const mine = { ...context, actor: { id: one.person_id, grants: [], timeZone: 'Europe/Paris' } } as Context
  const into = await placeOf(mine, one.base_id)
  if (one.base_id !== null && !into) throw new Refusal('bases.base-gone')
  return brought(mine, given, {
    into, run, open,
    written: async (resources) => {
      await context.db.updateTable('bases.package_import').set({ brought: resources }).where('id', '=', one.id).execute()
    },
  })
}

const finish = (context: JobContext<Tables>, one: Row, changes: { state: 'done' | 'failed'; reason?: string; report?: string },
  title: string, resources: number) =>
  context.transaction(async (work) => {
    const { db, now } = work
    if (changes.state === 'done') await releaseArchive(work, one.id)
    await db.updateTable('bases.package_import').where('id', '=', one.id).where('state', '=', 'bringing')
      .set((eb) => ({ ...changes, finished_at: now, version: eb('version', '+', 1) })).execute()
    await notify(work, {
      kind: ended, to: [one.person_id], params: { importId: one.id, title, resources, failed: changes.state === 'failed' },
        key: `${one.id}:${now}`,
    })
  })

/** Brings in an archive that somebody confirmed, group by group; killed, it goes on where it was. */
export const bringGivenPackage = job({
  name: 'bases.bring-package', payload: z.object({ importId: z.uuid() }), attempts: 5,
  run: async (context: JobContext<Tables>, { importId }) => {
    const one = await context.db.selectFrom('bases.package_import').selectAll().where('id', '=', importId).where('state', '=', 'bringing')
      .executeTakeFirst()
    if (!one) return { state: 'gone' }
    try {
      const report = await bring(context, one)
      const whole = { ...report, base: { ...report.base, isNew: one.is_new } }
      await finish(context, one, { state: 'done', report: JSON.stringify(whole) }, report.base.title, report.resources.new)
      return { state: 'done', resources: report.resources.new, known: report.resources.known }
    } catch (error) {
      // What the rights or the state refuse will not be better in a minute: the person decides. Anything else is tried again.
      if (!(error instanceof Refusal)) throw error
      await finish(context, one, { state: 'failed', reason: error.code }, one.file_name, 0)
      return { state: 'failed' }
    }
  },
})
