import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { aClient, aMember, anOrganisation, world } from '../../fixtures.ts'
import { urn } from '../../scim/urn.ts'
import { createDirectoryGroup } from './create-directory-group.ts'
import { createDirectoryUser } from './create-directory-user.ts'
import { listDirectoryGroups } from './list-directory-groups.ts'
import { listDirectoryUsers } from './list-directory-users.ts'
import { removeDirectoryGroup } from './remove-directory-group.ts'
import { removeDirectoryUser } from './remove-directory-user.ts'
import { replaceDirectoryGroup } from './replace-directory-group.ts'
import { replaceDirectoryUser } from './replace-directory-user.ts'
import { showDirectoryGroup } from './show-directory-group.ts'
import { showDirectoryUser } from './show-directory-user.ts'

const aUser = (name: string) => ({ schemas: [urn.user], userName: `${name}@univ.example`, name: { givenName: 'Ada', familyName: 'Martin' }, active: true })
const aGroup = (name: string) => ({ schemas: [urn.group], displayName: name })

/** Every operation of a directory, in an order in which they may run. */
const everything = async () => {
  const { engine } = await world()
  const { organisationId, manager } = await anOrganisation()
  const program = aClient(organisationId)
  const run = <Op extends Operation>(operation: Op, input: object, actor = program) =>
    engine.run(operation, { organisationId, ...input }, { actor, origin: { request: 'test' } })
  const name = v7().slice(-10)
  const user = (await run(createDirectoryUser, { resource: aUser(name) })).output.id
  const group = (await run(createDirectoryGroup, { resource: aGroup(name) })).output.id
  const calls: [Operation, object][] = [
    [listDirectoryUsers, {}], [listDirectoryGroups, {}], [showDirectoryUser, { id: user }], [showDirectoryGroup, { id: group }],
    [createDirectoryUser, { resource: aUser(`${name}x`) }], [createDirectoryGroup, { resource: aGroup(`${name}x`) }],
    [replaceDirectoryUser, { id: user, resource: aUser(name) }], [replaceDirectoryGroup, { id: group, resource: aGroup(name) }],
    [removeDirectoryGroup, { id: group }], [removeDirectoryUser, { id: user }],
  ]
  return { organisationId, manager, run, calls }
}

test('who has no place in the organisation does not see its directory; who has one without the charge of its people may not', async () => {
  const { db, actorOf } = await world()
  const { organisationId, run, calls } = await everything()
  const student = await actorOf(await aMember(organisationId, 'student'))
  const [stranger, elsewhere] = [await actorOf(await makePerson(db)), aClient((await anOrganisation()).organisationId)]
  const reader = aClient(organisationId, ['provisioning:read'])
  for (const [operation, input] of calls) {
    await expect(run(operation, input, student), operation.name).rejects.toMatchObject({ status: 403 })
    for (const one of [stranger, elsewhere]) await expect(run(operation, input, one), operation.name).rejects.toMatchObject({ status: 404 })
    if (operation.kind === 'command') await expect(run(operation, input, reader), operation.name).rejects.toMatchObject({ code: 'insufficient-scope' })
  }
})

test('the program of the organisation may do all of it, and so may whoever keeps its people', async () => {
  for (const who of ['program', 'manager'] as const) {
    const { manager, run, calls } = await everything()
    const actor = who === 'manager' ? await (await world()).actorOf(manager) : undefined
    for (const [operation, input] of calls) expect(await run(operation, input, actor), operation.name).toBeDefined()
  }
})

test('one directory does not reach the users and groups of another', async () => {
  const { run, calls } = await everything()
  const other = await anOrganisation()
  for (const [operation, input] of calls.filter(([, one]) => 'id' in one)) {
    await expect(run(operation, { ...input, organisationId: other.organisationId }, aClient(other.organisationId)), operation.name)
      .rejects.toMatchObject({ status: 404 })
  }
})
