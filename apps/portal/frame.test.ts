import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { visitor, type Actor, type Grant } from '#kernel/operation/actor.ts'
import { menuOf } from './frame.ts'
import { fr } from './fr.ts'
import { modules } from './modules.ts'

const holding = (...grants: Partial<Grant>[]): Actor => ({ ...visitor, id: v7(), grants: grants.map((one) => ({ scope: 'platform', id: '', role: '', ...one })) })
const at = (scope: string, role: string) => ({ scope, id: v7(), role })
/** Addresses under « Gérer » for somebody. */
const managed = (actor: Actor): string[] => menuOf(modules, actor).flatMap((entry) =>
  'items' in entry && entry.label === fr.menu['gerer'] ? entry.items.map(({ href }) => href) : [])

test.each([
  ['a visitor', visitor, []],
  ['somebody who belongs nowhere', holding(), []],
  ['a member, a student, a teacher of a class', holding(at('organisation', 'member'), at('organisation', 'student'), at('group', 'teacher')), []],
  ['an administrator of the platform, whose place is elsewhere', holding({ role: 'administrator' }), []],
  ['a moderator', holding({ role: 'moderator' }), ['/moderation']],
])('« Gérer » for %s', (_, actor, addresses) => {
  expect(managed(actor)).toEqual(addresses)
})

test('« Gérer » holds the organisations, lists and rights of those in charge; rights only of a whole organisation', () => {
  expect(managed(holding(at('organisation', 'structure-manager')))).toEqual(expect.arrayContaining(['/mes-organisations', '/droits']))
  expect(managed(holding(at('organisation', 'pedagogical-administrator')))).toEqual(expect.arrayContaining(['/mes-organisations', '/droits']))
  const programme = managed(holding(at('organisation', 'member'), at('group', 'programme-manager')))
  expect(programme).toContain('/mes-organisations')
  expect(programme).not.toContain('/droits')
})
