export type ImpersonationState = 'asked' | 'refused' | 'lapsed' | 'accepted' | 'ended'

interface Row { accepted_at: string | null; refused_at: string | null; ended_at: string | null; expires_at: string }

/** Where a request to act in somebody's place stands. */
export const stateOf = ({ accepted_at: accepted, refused_at: refused, ended_at: ended, expires_at: expires }: Row, now: string): ImpersonationState => {
  if (refused) return 'refused'
  if (ended) return 'ended'
  const over = Date.parse(expires) <= Date.parse(now)
  if (accepted) return over ? 'ended' : 'accepted'
  return over ? 'lapsed' : 'asked'
}

/** How long a person may think about it, how long their consent lasts, how long the link that opens the session does. In milliseconds. */
export const LASTS = { question: 7 * 86_400_000, consent: 60 * 60_000, link: 2 * 60_000 }

export const later = (now: string, milliseconds: number): string => new Date(Date.parse(now) + milliseconds).toISOString()
