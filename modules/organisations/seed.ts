import type { Pool } from 'pg'
import { dateIn } from '#kernel/date.ts'
import { kyselyOn } from '#kernel/db/connection.ts'
import { v7 } from '#kernel/id.ts'
import { grantsOf } from '#kernel/operation/grants.ts'
import type { Call, Engine } from '#kernel/operation/engine.ts'
import { createGroupIn } from './groups.ts'
import { addMember } from './members.ts'
import { askToJoin } from './operations/ask-to-join.ts'
import { inviteMember } from './operations/invite-member.ts'
import { organisations } from './module.ts'
import type { Tables } from './policy.ts'
import type { GroupKind, OrganisationKind, Role } from './roles.ts'

export interface SeedOrganisation {
  key: string; kind: OrganisationKind; name: string; siret?: string; uai?: string; parent?: string
  acceptsRequests?: boolean; welcome?: string
  /** Within others by their key, those first. */
  groups: readonly { key: string; kind: GroupKind; name: string; code?: string; within?: string }[]
  members: readonly { person: string; role: Role; group?: string; daysAgo: number; until?: number }[]
  invitations?: readonly { by: string; email: string; role: Role; group?: string; message: string }[]
  requests?: readonly { person: string; message: string }[]
}

interface Given { engine: Engine; owner: Pool; people: ReadonlyMap<string, string>; world: readonly SeedOrganisation[] }

const DAY = 86_400_000
const day = (daysAgo: number) => dateIn(new Date(Date.now() - daysAgo * DAY))

const personOf = (people: ReadonlyMap<string, string>, key: string): string => {
  const id = people.get(key)
  if (!id) throw new Error(`The demonstration has nobody called ${key}`)
  return id
}

/** Writes the demonstration's organisations, which administrators opened before; what their people then did goes through the operations. */
export const seedOrganisations = async ({ engine, owner, people, world }: Given): Promise<Map<string, string>> => {
  const ids = new Map(world.map(({ key }) => [key, v7()]))
  const call = async (person: string): Promise<Call> => {
    const id = personOf(people, person)
    return { actor: { id, grants: await grantsOf(owner, [organisations], id), timeZone: 'Europe/Paris' }, origin: { request: 'seed' } }
  }
  const db = kyselyOn<Tables>(owner)
  const context = { ...engine.context({ actor: { id: undefined, grants: [], timeZone: 'Europe/Paris' }, origin: { request: 'seed' } }), db,
    record: async () => undefined }
  for (const one of world) {
    const organisationId = ids.get(one.key)!
    await db.insertInto('organisations.organisation').values({
      id: organisationId, kind: one.kind, name: one.name, siret: one.siret ?? null, uai: one.uai ?? null, parent_id: one.parent
        ? ids.get(one.parent)! : null,
      accepts_requests: one.acceptsRequests ?? false, welcome: one.welcome ?? null, created_at: new Date(Date.now() - 400 * DAY)
        .toISOString(),
    }).execute()
    const groups = new Map<string, string>()
    for (const { key, within, ...group } of one.groups) {
      groups.set(key, await createGroupIn(context, { ...group, organisationId, parentId: within ? groups.get(within)! : null }))
    }
    for (const { person, role, group, daysAgo, until } of one.members) {
      await addMember(context, {
        organisationId, personId: personOf(people, person), role, groupId: group ? groups.get(group)! : null, source: 'demonstration',
        validFrom: day(daysAgo), validTo: until === undefined ? null : day(-until),
      })
    }
    for (const { by, email, role, group, message } of one.invitations ?? []) {
      await engine.run(inviteMember, { organisationId, email, role, groupId: group ? groups.get(group)! : null, message }, await call(by))
    }
    for (const { person, message } of one.requests ?? []) await engine.run(askToJoin, { organisationId, message }, await call(person))
  }
  return ids
}
