import { z } from 'zod'
import type { Client } from '#kernel/db/privacy.ts'
import { job } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import type { Module } from '#kernel/operation/module.ts'
import { mergeAsked, mergeConfirmed } from './events.ts'
import { mergePeople } from './merge.ts'
import type { Tables } from './policy.ts'
import { asSteward } from './stewardship.ts'

/** Of one table: how many rows each person has, what becomes of those of the absorbed one, how many would be the same twice. */
export const mergeLine = z.object({
  table: z.string(), kept: z.int(), absorbed: z.int(), becomes: z.enum(['repoint', 'drop', 'keep']), twins: z.int(),
})
export type MergeLine = z.output<typeof mergeLine>

const countOf = async (client: Client, table: string, columns: readonly string[], personId: string): Promise<number> => {
  const where = columns.map((column) => `${column} = $1`).join(' or ')
  const { rows: [row] } = await client.query({ text: `select count(*)::int as count from ${table} where ${where}`, values: [personId] })
  return (row as { count: number }).count
}

interface Merge { id: string; kept_id: string; absorbed_id: string; confirmed_at: string | null; done_at: string | null }

const mergeOf = async (client: Client, id: string): Promise<Merge | undefined> =>
  (await client.query({ text: 'select * from identity.merge where id = $1 for update', values: [id] })).rows[0] as Merge | undefined

/** What the merge would do, by doing it: the caller undoes it. Counts only. */
const rehearse = async (client: Client, modules: readonly Module[], { kept_id: kept, absorbed_id: absorbed }: Merge): Promise<MergeLine[]> => {
  const tables = modules.flatMap((one) => Object.entries(one.privacy)).flatMap(([table, privacy]) => privacy === 'none' ? [] : [{ table, ...privacy }])
  const lines: MergeLine[] = []
  // The person themselves and this very merge say nothing of what they hold.
  for (const { table, person, merge } of tables.filter((one) => !['identity.person', 'identity.merge'].includes(one.table))) {
    const [has, brings] = [await countOf(client, table, person, kept), await countOf(client, table, person, absorbed)]
    if (brings > 0) lines.push({ table, kept: has, absorbed: brings, becomes: merge, twins: 0 })
  }
  await mergePeople(client, modules, kept, absorbed)
  for (const line of lines.filter(({ becomes }) => becomes === 'repoint')) {
    const { person } = tables.find(({ table }) => table === line.table)!
    line.twins = Math.max(0, line.kept + line.absorbed - await countOf(client, line.table, person, kept))
  }
  return lines
}

/** Says what a merge would do, for who has to confirm it. */
export const previewMerge = job({
  name: 'identity.preview-merge',
  payload: z.object({ mergeId: z.uuid() }),
  run: async ({ now }: WorkerContext<Tables>, { mergeId }) => {
    const lines = await asSteward(async (client, { modules }) => {
      const merge = await mergeOf(client, mergeId)
      return merge && !merge.confirmed_at ? rehearse(client, modules, merge) : undefined
    }, false)
    if (!lines) return { state: 'late' }
    await asSteward((client) => client.query({
      text: 'update identity.merge set preview = $2, previewed_at = $3, version = version + 1 where id = $1 and confirmed_at is null',
      values: [mergeId, JSON.stringify(lines), now],
    }))
    return { tables: lines.length }
  },
})

/** Two people become one, in every module, in one transaction. */
export const carryOutMerge = job({
  name: 'identity.carry-out-merge',
  payload: z.object({ mergeId: z.uuid() }),
  run: ({ now }: WorkerContext<Tables>, { mergeId }) => asSteward(async (client, { modules }) => {
    const merge = await mergeOf(client, mergeId)
    if (!merge?.confirmed_at || merge.done_at) return { state: 'done-before' }
    await mergePeople(client, modules, merge.kept_id, merge.absorbed_id)
    await client.query({ text: 'update identity.merge set done_at = $2, version = version + 1 where id = $1', values: [mergeId, now] })
    return { state: 'done' }
  }),
})

export const startPreview = reaction({
  name: 'identity.start-merge-preview', to: mergeAsked,
  run: (context: WorkerContext, { mergeId }) => context.enqueue(previewMerge, { mergeId }, { key: `merge-preview:${mergeId}` }),
})

export const startMerge = reaction({
  name: 'identity.start-merge', to: mergeConfirmed,
  run: (context: WorkerContext, { mergeId }) => context.enqueue(carryOutMerge, { mergeId }, { key: `merge:${mergeId}` }),
})
