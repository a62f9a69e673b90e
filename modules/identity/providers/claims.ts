import { z } from 'zod'
import type { Provider } from './provider.ts'

const text = z.string().trim().min(1).max(100).optional().catch(undefined)

/** The little that is taken of what a provider says (OpenID Connect Core §5.1; `usual_name` is ProConnect's). All else is left there. */
const shape = z.object({
  sub: z.string().min(1).max(255), given_name: text, family_name: text, usual_name: text, preferred_username: text,
  email: z.email().max(254).toLowerCase().optional().catch(undefined), email_verified: z.boolean().optional().catch(undefined),
})

export interface Profile {
  firstName: string | null
  lastName: string | null
  email: string | null
  /** The provider answers for the address. */
  emailProved: boolean
}

/**
 * An address is proved where the provider says that it verified it, and the settings that it answers for its domain. Else whoever runs
 * a provider could take any address, and wait for its owner.
 */
const proves = ({ emailDomains, kind }: Provider, email: string, verified: boolean | undefined) => {
  const domain = email.slice(email.lastIndexOf('@') + 1)
  // ProConnect gives addresses that the agent's own administration gave them, and does not say `email_verified`.
  const said = kind === 'proconnect' ? verified !== false : verified === true
  return said && (emailDomains.includes('*') || emailDomains.includes(domain))
}

/** A first and a last name, as a new person will find them, and may change them. */
export const profileOf = (provider: Provider, claims: Readonly<Record<string, unknown>>): Profile => {
  const { given_name: first, family_name: family, usual_name: usual, preferred_username: inUse, email,
    email_verified: verified } = shape.parse(claims)
  // At FranceConnect `preferred_username` is the name in use, of a spouse perhaps; elsewhere it is a login.
  const last = provider.kind === 'franceconnect' ? inUse ?? family : usual ?? family
  return { firstName: first ?? null, lastName: last ?? null, email: email ?? null, emailProved: email !== undefined && proves(provider,
    email, verified) }
}
