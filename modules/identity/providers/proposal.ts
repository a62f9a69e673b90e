import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { sealIdToken } from '../id-token.ts'
import type { Context } from '../policy.ts'
import { hashOf, newToken } from '../token.ts'
import type { Provider } from './provider.ts'
import type { Verified } from './verify.ts'

/** The time to read a mail and come back. In milliseconds. */
const WAITS = 30 * 60_000
/** The kind of an external identifier that opens an account: the `sub` of OpenID Connect. */
export const KIND = 'oidc-subject'

/** Keeps what a provider vouched for until a command uses it. @returns the ticket, which only this browser gets. */
export const keepProposal = async (
  { db, now }: Context, provider: Provider, who: Verified, { personId, returnTo }: { personId: string | null; returnTo: string },
): Promise<string> => {
  const [id, ticket] = [v7(), newToken()]
  await db.insertInto('identity.proposal').values({
    id, ticket_hash: hashOf(ticket), provider: provider.key, issuer: who.issuer, subject: who.subject, first_name: who.firstName,
    last_name: who.lastName, email: who.email, email_proved: who.emailProved, acr: who.acr ?? null, amr: [...who.amr],
    id_token: await sealIdToken(who.idToken, 'identity.proposal', id),
    person_id: personId, return_to: returnTo, created_at: now, expires_at: new Date(Date.parse(now) + WAITS).toISOString(),
  }).execute()
  return ticket
}

/** The proposal of a ticket, while it holds. */
export const proposalOf = ({ db, now }: Context, ticket: string) => db.selectFrom('identity.proposal as proposal').selectAll('proposal')
  .where('proposal.ticket_hash', '=', hashOf(ticket)).where('proposal.settled_at', 'is', null).where('proposal.expires_at', '>', now)

export interface Proposal {
  id: string
  provider: string
  issuer: string
  subject: string
  first_name: string | null
  last_name: string | null
  email: string | null
  email_proved: boolean
  person_id: string | null
  return_to: string
  created_at: string
}

/** Used, or refused by the person: it serves no more, and the token that it held is gone. */
export const settle = async ({ db, now }: Context, { id }: { id: string }): Promise<void> => {
  await db.updateTable('identity.proposal').set({ settled_at: now, id_token: null }).where('id', '=', id).execute()
}

/** One at a time for one identity, so that two tabs do not make two people. */
export const lockIdentity = async ({ db }: Context, { issuer, subject }: Pick<Proposal, 'issuer' | 'subject'>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 1))`.execute(db)
}

/** Whose identity it is today, if anybody's. */
export const ownerOf = ({ db }: Context, { issuer, subject }: Pick<Proposal, 'issuer' | 'subject'>) => db
  .selectFrom('identity.external_identifier as identifier').innerJoin('identity.person as person', 'person.id', 'identifier.person_id')
  .leftJoin('identity.account as account', (join) => join.onRef('account.person_id', '=', 'person.id').on('account.kind', '=', 'person'))
  .where('identifier.issuer', '=', issuer).where('identifier.kind', '=', KIND).where('identifier.value', '=', subject)
  .where('identifier.valid_to', 'is', null).select(['identifier.id', 'person.id as person_id', 'person.first_name', 'account.state'])
    .executeTakeFirst()

/** Whose account this identity may be, and by which address that account is recognised. A proposal and no more. */
export const likelyOwner = async ({ db }: Context, { email, email_proved }: Pick<Proposal, 'email' | 'email_proved'>) => {
  if (!email) return undefined
  const holderOf = (address: string) => db.selectFrom('identity.address').select(['person_id', 'email']).where('email', '=', address)
    .where('verified_at', 'is not', null).executeTakeFirst()
  const same = await holderOf(email)
  if (same || !email_proved) return same
  // Announced by an administration: this new address, which the provider answers for, follows an old one.
  const announced = await db.selectFrom('identity.email_reconciliation').select('old_email').where('expected_new_email', '=', email)
    .where('settled_at', 'is', null).executeTakeFirst()
  return announced && holderOf(announced.old_email)
}

/** Whether who acts came in, or proved again who they are, after the proposal was made. */
export const provedSince = ({ session }: Pick<Actor, 'session'>, since: string): boolean =>
  session !== undefined && Date.parse(session.provedAt ?? session.signedInAt) >= Date.parse(since)

/** « Nadia Cherkati, n.cherkati@univ.example »: for the person to recognise it among theirs. */
export const labelOf = ({ first_name, last_name, email }: Pick<Proposal, 'first_name' | 'last_name' | 'email'>): string | null =>
  [[first_name, last_name].filter(Boolean).join(' '), email].filter(Boolean).join(', ') || null

/** The identity opens this person's account from now on. */
export const attach = async ({ db, now }: Context, proposal: Proposal, personId: string): Promise<string> => {
  const id = v7()
  await db.insertInto('identity.external_identifier').values({
    id, person_id: personId, issuer: proposal.issuer, kind: KIND, value: proposal.subject, valid_from: now, provider: proposal.provider,
    label: labelOf(proposal), last_used_at: now,
  }).execute()
  return id
}
