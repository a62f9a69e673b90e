import { Readable } from 'node:stream'
import type { Pool } from 'pg'
import { kyselyOn } from '#kernel/db/connection.ts'
import { v7 } from '#kernel/id.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import type { Engine } from '#kernel/operation/engine.ts'
import { grantsOf } from '#kernel/operation/grants.ts'
import { organisations } from '#modules/organisations/module.ts'
import type { Role } from '#modules/organisations/api.ts'
import { confirmImport } from './operations/confirm-import.ts'
import { createDirectoryGroup } from './operations/directory/create-directory-group.ts'
import { createDirectoryUser } from './operations/directory/create-directory-user.ts'
import { startImport } from './operations/start-import.ts'
import type { Tables } from './policy.ts'
import { receiveSource } from './source.ts'

/** A list as somebody sent it. `done` so many days ago; without it, it waits to be looked at. */
export interface SeedList { by: string; organisation: string; name: string; role: Role; bytes: Buffer; doneDaysAgo?: number }
export interface SeedDirectory {
  organisation: string
  users: readonly { userName: string; givenName: string; familyName: string; role: string; title: string; group?: string }[]
}

interface Given {
  engine: Engine; owner: Pool; people: ReadonlyMap<string, string>; places: ReadonlyMap<string, string>
  /** Lets the worker do what waits. */
  work: () => Promise<void>
}

const DAY = 86_400_000

/** Sends lists as their people did, and has those that are done, done. */
export const seedLists = async ({ engine, owner, people, places, work }: Given, lists: readonly SeedList[]): Promise<void> => {
  for (const { by, organisation, name, role, bytes, doneDaysAgo } of lists) {
    const [id, organisationId] = [people.get(by)!, places.get(organisation)!]
    const call = { actor: { id, grants: await grantsOf(owner, [organisations], id), timeZone: 'Europe/Paris' }, origin: { request: 'seed' } }
    const { fileId } = await receiveSource(engine.context(call), organisationId, { name, stream: Readable.from([bytes]) })
    const { output: { importId } } = await engine.run(startImport, { organisationId, sourceId: fileId, role }, call)
    await work()
    if (doneDaysAgo === undefined) continue
    await engine.run(confirmImport, { importId }, call)
    await work()
    const at = new Date(Date.now() - doneDaysAgo * DAY).toISOString()
    await kyselyOn<Tables>(owner).updateTable('provisioning.import').set({ created_at: at, applied_at: at, finished_at: at }).where('id', '=', importId).execute()
  }
}

/** What the directory of an organisation pushed, by the program that speaks for it. */
export const seedDirectory = async ({ engine, places }: Given, program: string, { organisation, users }: SeedDirectory): Promise<void> => {
  const organisationId = places.get(organisation)!
  const actor: Actor = {
    id: undefined, client: program, grants: [{ scope: 'organisation', id: organisationId, role: 'structure-manager' }], scopes: ['provisioning:write'], timeZone: 'Europe/Paris',
  }
  const call = { actor, origin: { request: 'seed' } }
  const members = new Map<string, { value: string }[]>()
  for (const { userName, givenName, familyName, role, title, group } of users) {
    const resource = { userName, externalId: v7().slice(-8), name: { givenName, familyName }, title, active: true, emails: [{ value: userName, type: 'work', primary: true }], roles: [{ value: role }] }
    const { output } = await engine.run(createDirectoryUser, { organisationId, resource }, call)
    if (group) members.set(group, [...members.get(group) ?? [], { value: output.id }])
  }
  for (const [displayName, list] of members) await engine.run(createDirectoryGroup, { organisationId, resource: { displayName, members: list } }, call)
}
