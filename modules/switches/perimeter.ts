import { Refusal, type Context } from '#kernel/operation/operation.ts'

/** To whom: all null is everybody; a role within an organisation, or anywhere; or one person alone. */
export interface Perimeter {
  readonly organisationId: string | null
  readonly role: string | null
  readonly personId: string | null
}

/** What a person is today, and where. */
export interface Holding { readonly personId: string; readonly organisationId: string; readonly role: string }

/** What this module must know of people and of organisations, which need it: the module of organisations says it here. */
export interface Places {
  readonly roles: Readonly<Record<string, string>>
  /** What these people are today, in every organisation. */
  readonly holdingsOf: (context: Context, personIds: readonly string[]) => Promise<readonly Holding[]>
  /** How many people with an open account stand in it today. */
  readonly count: (context: Context, perimeter: Perimeter) => Promise<number>
  readonly organisationNames: (context: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly personNames: (context: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Open ones, by name, SIRET or UAI: ten at most. */
  readonly findOrganisations: (context: Context, words: string) => Promise<readonly { id: string; name: string }[]>
  readonly personByAddress: (context: Context, email: string) => Promise<string | undefined>
}

const nowhere: Places = {
  roles: {}, holdingsOf: async () => [], organisationNames: async () => new Map(), personNames: async () => new Map(),
    findOrganisations: async () => [],
  personByAddress: async () => undefined, count: async () => 0,
}
let known: Places = nowhere

/** Said once, by the module that knows people and organisations. */
export const knowPlacesBy = (given: Places): void => { known = given }
export const places = (): Places => known
/** What people call each role of an organisation. */
export const roleNames = (): Readonly<Record<string, string>> => known.roles

/**
 * Whether somebody who holds this stands in it. A visitor stands only among everybody; what was for a person since erased covers
 * nobody.
 */
export const covers = (
  { organisationId, role, personId, isForPerson }: Perimeter & { isForPerson: boolean }, person: string | null, held: readonly Holding[],
): boolean => {
  if (isForPerson) return person !== null && person === personId
  if (organisationId === null && role === null) return true
  return held.some((one) => one.personId === person
    && (organisationId === null || one.organisationId === organisationId) && (role === null || one.role === role))
}

/** What an administrator typed, as the perimeter that it names. @throws Refusal when it names nothing, or several things. */
export const resolve = async (context: Context, typed: { organisation: string; role: string; person: string }): Promise<Perimeter> => {
  const nobody = { organisationId: null, role: null, personId: null }
  if (typed.person) {
    if (typed.organisation || typed.role) throw new Refusal('switches.one-perimeter', {}, 422)
    const personId = await known.personByAddress(context, typed.person)
    if (!personId) throw new Refusal('switches.no-such-person', {}, 422)
    return { ...nobody, personId }
  }
  const role = typed.role || null
  if (!typed.organisation) return { ...nobody, role }
  const found = await known.findOrganisations(context, typed.organisation)
  const [one] = found
  if (!one) throw new Refusal('switches.no-such-organisation', {}, 422)
  if (found.length > 1) throw new Refusal('switches.several-organisations', {}, 422)
  return { ...nobody, organisationId: one.id, role }
}
