import type { JobContext } from '#kernel/fact/job.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { Refusal, type Input, type Operation, type Output } from '#kernel/operation/operation.ts'
import type { Context, Tables } from '../../policy.ts'

/** Somebody with the rights that they have in the commons now, whatever they had when they asked. */
const actorNow = async ({ db }: Context, personId: string): Promise<Actor> => {
  const grants = await db.selectFrom('bases.grant').select(['scope', 'id', 'role']).where('person_id', '=', personId).execute()
  return { id: personId, timeZone: 'Europe/Paris', grants: grants.map(({ scope, id, role }) => ({ scope: scope!, id: id!, role: role! })) }
}

/**
 * Runs a command of the commons in the worker as whoever ordered it, with its own rules, in a transaction of its own whose changes stand in
 * the trace under their order (`entry`). @param also what is written with it.
 */
export const runningFor = ({ transaction }: JobContext<Tables>, personId: string, entry: string | undefined) =>
  async <Op extends Operation>(operation: Op, given: unknown, also?: (context: Context,
    output: Output<Op>) => Promise<unknown>): Promise<Output<Op>> =>
    transaction(async (work) => {
      const context = { ...work, actor: await actorNow(work, personId) } as Context
      const input = operation.input.parse(given) as Input<Op>
      const target: unknown = await operation.on?.(context, input)
      if (operation.on && target === undefined) throw new Refusal('not-found', {}, 404)
      if (!operation.allow.holds(context.actor, target)) throw new Refusal('forbidden', {}, 403)
      const no = operation.kind === 'command' ? operation.when?.(target, input, context) : undefined
      if (no) throw new Refusal(no)
      const output = operation.output.parse(await operation.run(context, input, target)) as Output<Op>
      await also?.(context, output)
      return output
    }, entry)
