import { joinDecided } from './events.ts'
import type { Context } from './policy.ts'

/** Answers a request to join, whose row the caller holds. */
export const decide = async (
  context: Context, { organisationId, requestId, state,
    reason }: { organisationId: string; requestId: string; state: 'accepted' | 'refused'; reason?: string },
): Promise<void> => {
  await context.db.updateTable('organisations.join_request')
    .set((eb) => ({ state, reason: reason ?? null, decided_at: context.now, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', organisationId).where('id', '=', requestId).execute()
  await context.record(joinDecided, { organisationId, requestId })
}
