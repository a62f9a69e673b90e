export { mergePeople } from './merge.ts'
export { createPerson, peopleByAddress, personCard, personCards, type NewPerson, type PersonCard } from './person.ts'
export { enter } from './raw.ts'
export { clearCookie, COOKIE, openSession, readSession } from './session.ts'
export { pathOr, returnTo } from './return-to.ts'
/** The view that others join: `'identity.card': IdentityCard` in their types. */
export type { IdentityCard } from './card.ts'
