import type { Embedded } from './embedded.ts'
import { loginRoles, type Purpose } from './roles.ts'

/** One address a purpose, so that each process connects with the rights of its own role. */
export type Addresses = Record<Purpose, string>

/** The variables that the addresses of an external database come from. */
export type DatabaseEnvironment = {
  DATABASE_URL?: string | undefined
  DATABASE_URL_PORTAL?: string | undefined
  DATABASE_URL_BACK_OFFICE?: string | undefined
  DATABASE_URL_WORKER?: string | undefined
  DATABASE_URL_STATISTICS?: string | undefined
}

/**
 * The addresses of the database, by purpose: those of the embedded one, or, for an external one, the variable of each
 * purpose, else DATABASE_URL under the role of that purpose, so that its rights hold with a single account too.
 * @throws with code ERR_INVALID_URL when DATABASE_URL is not a PostgreSQL address
 */
export function addresses(env: DatabaseEnvironment, embedded?: Embedded): Addresses {
  const { DATABASE_URL: external } = env
  if (!external) {
    if (!embedded) throw new Error('There is neither DATABASE_URL nor an embedded database.')
    return byPurpose((purpose) => embedded.url(loginRoles[purpose]))
  }
  const given: Partial<Record<Purpose, string | undefined>> = {
    portal: env.DATABASE_URL_PORTAL,
    backOffice: env.DATABASE_URL_BACK_OFFICE,
    worker: env.DATABASE_URL_WORKER,
    statistics: env.DATABASE_URL_STATISTICS,
  }
  return byPurpose((purpose) => given[purpose] || asRole(external, loginRoles[purpose]))
}

/** The same address under a role: sent when connecting, so that DISCARD ALL and RESET come back to it. */
export function asRole(address: string, role: string): string {
  const url = databaseUrl(address)
  if (decodeURIComponent(url.username) === role) return url.href
  const options = url.searchParams.get('options')
  url.searchParams.set('options', [options, `-c role=${role}`].filter(Boolean).join(' '))
  return url.href.replaceAll('+', '%20')
}

/** @throws with code ERR_INVALID_URL when it is not the address of a PostgreSQL database */
export function databaseUrl(address: string): URL {
  const url = new URL(address)
  if (!/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw Object.assign(new Error('not the address of a PostgreSQL database'), { code: 'ERR_INVALID_URL' })
  }
  return url
}

const byPurpose = (address: (purpose: Purpose) => string) =>
  Object.fromEntries(Object.keys(loginRoles).map((purpose) => [purpose, address(purpose as Purpose)])) as Addresses
