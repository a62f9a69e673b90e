import type { Actor } from '#kernel/operation/actor.ts'
import type { Engine } from '#kernel/operation/engine.ts'
import type { Context, Operation } from '#kernel/operation/operation.ts'
import { waysOf } from '#kernel/operation/rule.ts'
import { isBehind } from './in-force.ts'

/** Stable: programs tell it from other refusals. */
export const NOT_ACCEPTED = 'terms-not-accepted'

const behind = new WeakSet<Actor>()

/**
 * Notes whether this actor, as the session's reader has just made them, has to accept the terms. Not somebody who acts in a person's place:
 * they may not accept for them. A program with a token is not asked either (README).
 * @param accepted number of the last version that the person accepted; 0 for none.
 */
export const noteTerms = async (context: Pick<Context, 'db'>, actor: Actor, accepted: number): Promise<void> => {
  if (!actor.by && await isBehind(context, accepted)) behind.add(actor)
}

/** Whether what this actor asks waits for them to accept the terms. */
export const mustAccept = (actor: Actor): boolean => behind.has(actor)

/** What a visitor may do needs no terms: neither does it of somebody signed in. */
const isForAll = ({ allow }: Operation) => waysOf(allow).some(({ signedIn, roles }) => !signedIn && !roles?.length)

/**
 * The same engine, which refuses to those who have to accept the terms all that asks them to be signed in.
 * @param open what they may do nevertheless: leave, take their data along. @param refused what is thrown: a page has its own way.
 */
export const behindTerms = (engine: Engine, open: readonly Operation[], refused: () => unknown): Engine => {
  const opened = new Set(open)
  const run: Engine['run'] = async (operation, input, call) => {
    if (behind.has(call.actor) && !opened.has(operation) && !isForAll(operation)) throw refused()
    return engine.run(operation, input, call)
  }
  return { ...engine, run }
}
