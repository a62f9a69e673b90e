import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { sheetParts } from '../../sheet.ts'
import { anonymisePerson, confirmationOf } from './anonymise-person.ts'
import { askImpersonation } from '../../impersonation/back-office/ask-impersonation.ts'
import { openImpersonation } from '../../impersonation/back-office/open-impersonation.ts'
import { stateOf } from '../../impersonation/state.ts'
import { grantPlatformRole } from './grant-platform-role.ts'
import { prepareMerge } from './prepare-merge.ts'
import { restorePerson } from './restore-person.ts'
import { suspendPerson } from './suspend-person.ts'
import { personForStaff, personId } from './target.ts'
import { withdrawPlatformRole } from './withdraw-platform-role.ts'

const text = z.string().nullable()
const by = { by: text }

/** All that the back office knows of a person. Who looked is recorded, and the person may ask. */
export const showPerson = query({
  http: 'GET /back-office/people/:personId',
  input: z.object({ personId }),
  output: z.object({
    id: z.uuid(), name: text, firstName: text, lastName: text, title: text, location: text, department: text, timeZone: z.string(),
    isPublic: z.boolean(), createdAt: z.string(), state: z.string(), mergedInto: text, erasedAt: text, roles: z.array(z.string()), isMe: z.boolean(),
    confirmation: z.string(),
    addresses: z.array(z.object({ email: z.string(), verifiedAt: text, isPrimary: z.boolean(), invitedAt: text })),
    identities: z.array(z.object({ id: z.uuid(), provider: text, issuer: z.string(), kind: z.string(), label: text, since: z.string(), until: text })),
    accounts: z.array(z.object({ kind: z.string(), state: z.string(), createdAt: z.string(), lastSeenAt: text })),
    sessions: z.array(z.object({ id: z.uuid(), browser: text, method: z.string(), signedInAt: z.string(), lastSeenAt: z.string(), isActedFor: z.boolean() })),
    suspensions: z.array(z.object({ id: z.uuid(), reason: z.string(), at: z.string(), ...by, liftedAt: text, liftReason: text })),
    impersonations: z.array(z.object({
      id: z.uuid(), reason: z.string(), ...by, isMine: z.boolean(), askedAt: z.string(), state: z.string(), expiresAt: z.string(),
    })),
    parts: z.array(z.object({
      title: z.string(), lines: z.array(z.object({ label: z.string(), detail: z.string().optional(), href: z.string().optional() })),
    })),
  }),
  on: (context: Context, input) => personForStaff(context, input.personId),
  allow: holds('administrator'),
  can: {
    suspendPerson, restorePerson, anonymisePerson, prepareMerge, grantPlatformRole, withdrawPlatformRole, askImpersonation,
    openImpersonation: { ...openImpersonation, allow: holds('administrator') },
  },
  sensitive: 'person',
  about: (person) => person.id,
  run: async (context: Context, _, person) => {
    const { db, actor, now } = context
    const [identities, sessions, suspensions, impersonations] = [
      await db.selectFrom('identity.external_identifier').selectAll().where('person_id', '=', person.id).orderBy('valid_from').execute(),
      await db.selectFrom('identity.session').select(['id', 'browser', 'method', 'signed_in_at', 'last_seen_at', 'by_person_id'])
        .where('person_id', '=', person.id).where('expires_at', '>', now).orderBy('last_seen_at', 'desc').limit(50).execute(),
      await db.selectFrom('identity.suspension as one').leftJoin('identity.card as card', 'card.id', 'one.by_person_id').selectAll('one')
        .select('card.name as by').where('one.person_id', '=', person.id).orderBy('one.at', 'desc').limit(20).execute(),
      await db.selectFrom('identity.impersonation as one').leftJoin('identity.card as card', 'card.id', 'one.by_person_id').selectAll('one')
        .select('card.name as by').where('one.person_id', '=', person.id).orderBy('one.asked_at', 'desc').limit(20).execute(),
    ]
    const parts = []
    for (const { title, read } of sheetParts()) parts.push({ title, lines: await read(context, person.id) })
    return {
      id: person.id, name: person.name || null, firstName: person.first_name, lastName: person.last_name, title: person.title,
      location: person.location, department: person.department, timeZone: person.time_zone, isPublic: person.is_public, createdAt: person.created_at,
      state: person.state, mergedInto: person.merged_into, erasedAt: person.erased_at, roles: person.roles, isMe: person.id === actor.id,
      confirmation: confirmationOf(person), parts,
      addresses: person.addresses.map((one) =>
        ({ email: one.email, verifiedAt: one.verified_at, isPrimary: one.is_primary, invitedAt: one.invited_at })),
      identities: identities.map((one) => ({
        id: one.id, provider: one.provider, issuer: one.issuer, kind: one.kind, label: one.label, since: one.valid_from, until: one.valid_to,
      })),
      accounts: person.accounts.map((one) => ({ kind: one.kind, state: one.state, createdAt: one.created_at, lastSeenAt: one.last_seen_at })),
      sessions: sessions.map((one) => ({
        id: one.id, browser: one.browser, method: one.method, signedInAt: one.signed_in_at, lastSeenAt: one.last_seen_at,
        isActedFor: one.by_person_id !== null,
      })),
      suspensions: suspensions.map((one) =>
        ({ id: one.id, reason: one.reason, at: one.at, by: one.by, liftedAt: one.lifted_at, liftReason: one.lift_reason })),
      impersonations: impersonations.map((one) => ({
        id: one.id, reason: one.reason, by: one.by, isMine: one.by_person_id === actor.id, askedAt: one.asked_at, expiresAt: one.expires_at,
        state: stateOf(one, now),
      })),
    }
  },
})
