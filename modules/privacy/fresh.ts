/** All that is held on a person, and their erasure, are for who proved who they are so many minutes ago at most. */
export const PROVED_WITHIN = 15
const MINUTE = 60_000

/** Whether the engine would take the proof of this session as fresh enough; for pages, which say what to do before a refusal does. */
export const isFresh = ({ session }: { session?: { provedAt?: string; signedInAt: string } }, now: string): boolean =>
  session !== undefined && Date.parse(now) - Date.parse(session.provedAt ?? session.signedInAt) <= PROVED_WITHIN * MINUTE
