import { v7 } from '#kernel/id.ts'
import type { Context } from './policy.ts'
import type { Factor } from './session.ts'

/** Keeps a try, good or wrong. The command does not refuse a wrong one, since a refusal would undo this line with the rest. */
export const noteAttempt = ({ db, now }: Context, session: { id: string; person_id: string }, kind: Factor, succeeded: boolean) =>
  db.insertInto('staff.attempt').values({ id: v7(), person_id: session.person_id, session_id: session.id, kind, succeeded, at: now }).execute()
