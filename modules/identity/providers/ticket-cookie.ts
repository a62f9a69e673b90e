/** Holds the ticket of a proposal in the browser that brought it, and in no other: a mail opened elsewhere confirms nothing. */
const NAME = '__Host-sillage-proposal'
const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax'

/** The ticket of a `Cookie` header, when there is one of the right form. */
export const ticketOf = (cookies: string | null | undefined): string | undefined =>
  new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{43})(?:;|$)`).exec(cookies ?? '')?.[1]

export const ticketCookie = (ticket: string): string => `${NAME}=${ticket}; Max-Age=1800; ${attributes}`

export const clearTicket = `${NAME}=; Max-Age=0; ${attributes}`
