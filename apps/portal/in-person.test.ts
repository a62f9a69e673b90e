import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { access } from '#modules/access/module.ts'
import { identity } from '#modules/identity/module.ts'
import { privacy } from '#modules/privacy/module.ts'

const id = v7()
const oneself: Actor = { ...visitor, id }
/** An administrator in this person's place, with their consent. */
const impersonator: Actor = { ...oneself, by: v7() }
/** A row of the person's own, whatever column says so. */
const row = { person_id: id, id, created_by: id }

const openTo = (actor: Actor, { operations }: { operations: typeof identity.operations }) => Object.values(operations)
  .filter(({ allow, provedWithin }) => allow.holds(actor, row) && !(actor.by && provedWithin !== undefined)).map(({ name }) => name).toSorted()

test('nothing of one\'s data, of who looked at it nor of one\'s departure is lent to who acts in one\'s place', () => {
  expect(openTo(oneself, privacy)).toEqual(Object.values(privacy.operations).map(({ name }) => name).toSorted())
  expect(openTo(impersonator, privacy)).toEqual([])
  for (const { allow, http } of privacy.raw) expect(allow.holds(impersonator, row), http).toBe(false)
})

test('who acts in somebody\'s place reads their account and leaves; each of these is a visible decision', () => {
  const anybody = openTo(visitor, identity)
  expect(openTo(impersonator, identity).filter((name) => !anybody.includes(name))).toEqual([
    'identity.completeProfile', 'identity.endImpersonation', 'identity.listAnnouncedAddresses', 'identity.listMyIdentities', 'identity.listMyImpersonations', 'identity.listMySessions',
    'identity.openAddressProof', 'identity.setPortrait', 'identity.showMe', 'identity.signOut', 'identity.updateProfile',
  ])
  expect(openTo(impersonator, access)).toEqual(['access.listRightsPlaces'])
})
