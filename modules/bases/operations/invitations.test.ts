import { randomBytes } from 'node:crypto'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { invitationAnswered, memberAdded } from '../events.ts'
import { aBase, aPerson, aResource, joins, world } from '../fixtures.ts'
import { pruneInvitations } from '../joining/invitation-mail.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeMemberRole } from './change-member-role.ts'
import { declineInvitation } from './decline-invitation.ts'
import { deleteBase } from './delete-base.ts'
import { editResourceTitle } from './edit-resource-title.ts'
import { inviteContributor } from './invite-contributor.ts'
import { inviteToBase } from './invite-to-base.ts'
import { listBaseEntries } from './list-base-entries.ts'
import { listContributorInvitations } from './list-contributor-invitations.ts'
import { listMyInvitations } from './list-my-invitations.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { showInvitation } from './show-invitation.ts'

const { received, lastTo } = aMailbox()

/** An invitation sent to an address, with the secret of its mail. */
const byMail = async (given: { email?: string, role?: 'administrator' | 'contributor' } = {}) => {
  const { as, work } = await world()
  const base = await aBase({ isPublic: false })
  const email = given.email ?? `${v7()}@example.org`
  const { invitationId } = await as(base.administrator).run(inviteToBase, { baseId: base.baseId, email, role: given.role ?? 'contributor', message: 'Bienvenue' })
  await work()
  const token = /\/invitations-a-ecrire\/[\w-]+\?token=([\w-]+)/.exec((await lastTo(email))?.text ?? '')?.[1] ?? ''
  return { ...base, email, invitationId, token }
}

test('only administrators invite, each person once; nobody enters before they accept', async () => {
  const { as, facts } = await world()
  const [contributor, guest, stranger] = [await aPerson(), await aPerson(), await aPerson()]
  const { baseId, administrator } = await aBase({ isPublic: false, contributors: [contributor] })
  const input = { baseId, personId: guest.id, role: 'contributor' as const }
  for (const role of ['administrator', 'contributor'] as const) {
    await expect(as(contributor).run(inviteToBase, { ...input, role })).rejects.toMatchObject({ status: 403 })
  }
  await expect(as(stranger).run(inviteToBase, input)).rejects.toMatchObject({ status: 404 })
  const { run } = as(administrator)
  await expect(run(inviteToBase, { ...input, personId: contributor.id })).rejects.toMatchObject({ code: 'bases.already-member' })
  await expect(run(inviteToBase, { ...input, personId: v7() })).rejects.toMatchObject({ code: 'bases.no-person', status: 404 })
  await expect(run(inviteToBase, { baseId, role: 'contributor' })).rejects.toMatchObject({ code: 'bases.invite-whom' })
  await expect(run(inviteToBase, { ...input, email: 'a@example.org' })).rejects.toMatchObject({ code: 'bases.invite-whom' })
  const { invitationId } = await run(inviteToBase, input)
  await expect(run(inviteToBase, input)).rejects.toMatchObject({ code: 'bases.already-invited' })
  expect(await facts(memberAdded)).not.toContainEqual({ baseId, personId: guest.id })
  expect((await run(listBaseEntries, { baseId })).invitations).toMatchObject([{ id: invitationId, role: 'contributor', email: null }])
  await expect(as(contributor).run(listBaseEntries, { baseId })).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(listBaseEntries, { baseId })).rejects.toMatchObject({ status: 404 })
  expect((await as(guest).run(listMyInvitations, {})).invitations).toMatchObject([{ id: invitationId, kind: 'base', role: 'contributor' }])
  // Another person finds nothing there, signed in or not.
  expect(await as(stranger).run(showInvitation, { invitationId })).toMatchObject({ state: 'unknown', offer: null })
  await expect(as(stranger).run(acceptInvitation, { invitationId })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(acceptInvitation, { invitationId })).rejects.toMatchObject({ status: 401 })
  await as(guest).run(acceptInvitation, { invitationId })
  expect(await facts(memberAdded)).toContainEqual({ baseId, personId: guest.id })
  expect(await facts(invitationAnswered)).toContainEqual({ invitationId })
  await expect(as(guest).run(acceptInvitation, { invitationId })).rejects.toMatchObject({ code: 'bases.invitation-accepted' })
})

test('by mail: the secret and the address are both needed, the secret is kept nowhere, and the address goes with the answer', async () => {
  const { as, db, work } = await world()
  const { baseId, email, invitationId, token } = await byMail()
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(JSON.stringify(await db.selectFrom('bases.invitation_token').selectAll().execute())).not.toContain(token)
  const [guest, thief] = [await aPerson({ email }), await aPerson()]
  expect(await as(guest).run(showInvitation, { invitationId })).toMatchObject({ state: 'unknown' })
  for (const secret of ['', 'x', token.slice(1), randomBytes(32).toString('base64url')]) {
    await expect(as(guest).run(acceptInvitation, { invitationId, token: secret })).rejects.toMatchObject({ status: 404 })
  }
  // The link was forwarded: it says to whom, and opens nothing.
  expect(await as(thief).run(showInvitation, { invitationId, token })).toMatchObject({ state: 'other-address', offer: null })
  for (const command of [acceptInvitation, declineInvitation]) {
    await expect(as(thief).run(command, { invitationId, token })).rejects.toMatchObject({ status: 403 })
  }
  // The secret of another invitation is no use here.
  const other = await byMail({ email })
  await expect(as(guest).run(acceptInvitation, { invitationId, token: other.token })).rejects.toMatchObject({ status: 404 })
  expect(await as(guest).run(showInvitation, { invitationId, token })).toMatchObject({ state: 'pending', offer: { kind: 'base', message: 'Bienvenue' } })
  await as(guest).run(acceptInvitation, { invitationId, token })
  expect(await db.selectFrom('bases.invitation').select(['email', 'state', 'person_id']).where('id', '=', invitationId).executeTakeFirst())
    .toEqual({ email: null, state: 'accepted', person_id: guest.id })
  expect(await db.selectFrom('bases.base_member').select('role').where('base_id', '=', baseId).where('person_id', '=', guest.id).executeTakeFirst())
    .toEqual({ role: 'contributor' })
  await as(guest).run(declineInvitation, { invitationId: other.invitationId, token: other.token })
  await expect(as(guest).run(acceptInvitation, { invitationId: other.invitationId, token: other.token })).rejects.toMatchObject({ code: 'bases.invitation-declined' })
  await work()
  expect((await received()).filter(({ to }) => to === email)).toHaveLength(2)
})

test('an invitation ends with its delay, with the right of who sent it, with the base, or when it is taken back', async () => {
  const { as, db } = await world()
  const [guest, second, stranger] = [await aPerson(), await aPerson(), await aPerson()]
  const { baseId, administrator } = await aBase({ title: 'Base qui invite' })
  const offer = { baseId, personId: guest.id, role: 'administrator' as const }
  const { run } = as(administrator)
  const late = await run(inviteToBase, offer)
  await db.updateTable('bases.invitation').set({ expires_at: new Date(Date.now() - 1000).toISOString() }).where('id', '=', late.invitationId).execute()
  await expect(as(guest).run(acceptInvitation, late)).rejects.toMatchObject({ code: 'bases.invitation-expired' })
  // One that nobody answered in time gives its place.
  const taken = await run(inviteToBase, offer)
  await expect(as(stranger).run(revokeInvitation, taken)).rejects.toMatchObject({ status: 403 })
  await expect(as(guest).run(revokeInvitation, taken)).rejects.toMatchObject({ status: 403 })
  await run(revokeInvitation, taken)
  await expect(run(revokeInvitation, taken)).rejects.toMatchObject({ code: 'bases.invitation-ended' })
  await expect(as(guest).run(acceptInvitation, taken)).rejects.toMatchObject({ code: 'bases.invitation-revoked' })
  const kept = await run(inviteToBase, offer)
  await joins(second, baseId, administrator, 'administrator')
  await as(second).run(changeMemberRole, { baseId, personId: administrator.id, role: 'contributor' })
  expect(await as(guest).run(showInvitation, kept)).toMatchObject({ state: 'void', offer: null })
  await expect(as(guest).run(acceptInvitation, kept)).rejects.toMatchObject({ code: 'bases.invitation-void' })
  await as(second).run(changeMemberRole, { baseId, personId: administrator.id, role: 'administrator' })
  await run(deleteBase, { baseId, title: 'Base qui invite' })
  await expect(as(guest).run(acceptInvitation, kept)).rejects.toMatchObject({ code: 'bases.invitation-void' })
})

test('who accepts never falls: an administrator invited to contribute stays one, a contributor invited to administer rises', async () => {
  const { as, db } = await world()
  const [second, member] = [await aPerson(), await aPerson()]
  const { baseId, administrator } = await aBase({ contributors: [member] })
  await joins(second, baseId, administrator, 'administrator')
  const roleOf = async ({ id }: { id: string }) => (await db.selectFrom('bases.base_member').select('role').where('base_id', '=', baseId)
    .where('person_id', '=', id).executeTakeFirst())?.['role']
  /** By mail, since nobody is looked for by an address. */
  const accepts = async (person: { id: string, email: string }, role: 'administrator' | 'contributor') => {
    const { invitationId } = await as(administrator).run(inviteToBase, { baseId, email: person.email, role })
    await (await world()).work()
    const token = /\?token=([\w-]+)/.exec((await lastTo(person.email))?.text ?? '')?.[1] ?? ''
    await as(person).run(acceptInvitation, { invitationId, token })
    return roleOf(person)
  }
  expect(await accepts(second, 'contributor')).toBe('administrator')
  expect(await accepts(member, 'administrator')).toBe('administrator')
})

test('somebody writes a resource once they have accepted; those who edit without deciding do not invite', async () => {
  const { as } = await world()
  const [guest, member] = [await aPerson(), await aPerson()]
  const { baseId, administrator } = await aBase({ contributors: [member] })
  const { resourceId, author } = await aResource({ author: administrator, baseId })
  await expect(as(member).run(inviteContributor, { resourceId, personId: guest.id })).rejects.toMatchObject({ status: 403 })
  await expect(as(guest).run(inviteContributor, { resourceId, personId: guest.id })).rejects.toMatchObject({ status: 404 })
  await expect(as(author).run(inviteContributor, { resourceId, personId: author.id })).rejects.toMatchObject({ code: 'bases.already-writes' })
  const invited = await as(author).run(inviteContributor, { resourceId, personId: guest.id })
  const change = { resourceId, version: 1, title: 'Nouveau titre', description: '' }
  await expect(as(guest).run(editResourceTitle, change)).rejects.toMatchObject({ status: 404 })
  expect((await as(author).run(listContributorInvitations, { resourceId })).invitations).toMatchObject([{ id: invited.invitationId }])
  await expect(as(member).run(listContributorInvitations, { resourceId })).rejects.toMatchObject({ status: 403 })
  await expect(as(member).run(revokeInvitation, invited)).rejects.toMatchObject({ status: 403 })
  expect(await as(guest).run(acceptInvitation, invited)).toEqual({ baseSlug: null, resourceId })
  await as(guest).run(editResourceTitle, change)
})

test('what ended is forgotten after thirty days, the addresses of those who never answered with it', async () => {
  const { db, pools } = await world()
  const { invitationId, email } = await byMail()
  const old = new Date(Date.now() - 31 * 86_400_000).toISOString()
  await execute(pools.worker, pruneInvitations, {})
  expect(await db.selectFrom('bases.invitation').select('email').where('id', '=', invitationId).execute()).toEqual([{ email }])
  await db.updateTable('bases.invitation').set({ expires_at: old }).where('id', '=', invitationId).execute()
  await execute(pools.worker, pruneInvitations, {})
  expect(await db.selectFrom('bases.invitation').select('id').where('id', '=', invitationId).execute()).toEqual([])
})
