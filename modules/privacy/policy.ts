import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import type { WorkerContext as KernelWorkerContext } from '#kernel/fact/reaction.ts'
import type { DB } from './tables.gen.ts'

export type Context = KernelContext<DB>
export type WorkerContext = KernelWorkerContext<DB>

/** A visitor has nothing here, and is asked to sign in. */
export const me = ({ actor }: Pick<Context, 'actor'>): string => {
  if (!actor.id) throw new Refusal('sign-in-required', {}, 401)
  return actor.id
}

/** One's own archives. */
export const myArchives = (context: Context) =>
  context.db.selectFrom('privacy.archive as archive').where('archive.person_id', '=', me(context))

/** The deletion that one waits for, if any. */
export const myDeletion = (context: Context) => context.db.selectFrom('privacy.deletion as deletion').selectAll('deletion')
  .where('deletion.person_id', '=', me(context)).where('deletion.state', '=', 'waiting')
