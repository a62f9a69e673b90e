import { z } from 'zod'

/** What a token allows in one module: `bases:read`, `follow_up:write`. Writing includes reading. */
export const scope = z.string().max(60).regex(/^[a-z][a-z_]*:(read|write)$/)

/** A list of scopes as OAuth writes it: separated by spaces (RFC 6749 §3.3). */
export const scopesOf = (text: string | undefined): string[] => [...new Set((text ?? '').split(' ').filter(Boolean))]

/** Whether what is held includes the scope asked. */
export const includes = (held: readonly string[], asked: string): boolean =>
  held.includes(asked) || asked.endsWith(':read') && held.includes(asked.replace(/:read$/, ':write'))
