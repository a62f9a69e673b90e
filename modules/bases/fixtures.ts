import { kyselyOn } from '#kernel/db/connection.ts'
import { system } from '#kernel/operation/actor.ts'
import { v7 } from '#kernel/id.ts'
import { worldOf, type Someone } from '#kernel/testing/world.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { bases } from './module.ts'
import { acceptInvitation } from './operations/accept-invitation.ts'
import { addContent } from './operations/add-content.ts'
import { createBase } from './operations/create-base.ts'
import { createResource } from './operations/create-resource.ts'
import { inviteContributor } from './operations/invite-contributor.ts'
import { inviteToBase } from './operations/invite-to-base.ts'
import { publishResource } from './operations/publish-resource.ts'
import { setResourceIndexation } from './operations/set-resource-indexation.ts'
import { setResourceVisibility } from './operations/set-resource-visibility.ts'
import type { Audience, MemberRole, SupportType, Theme } from './enumerations.ts'

/** The world of the commons: its tables and those of what it needs. */
export const world = worldOf(bases)

type Given = NonNullable<Parameters<typeof makePerson>[1]>
export const aPerson = async (given: Given = {}) => makePerson((await world()).db, given)

interface BaseGiven { title?: string; isPublic?: boolean; contributors?: { id: string }[]; administrator?: { id: string } }

/** A base with its administrator, and contributors when some are given. */
export const aBase = async ({ title = `Base ${v7()}`, isPublic = true, contributors = [], administrator }: BaseGiven = {}) => {
  const { as } = await world()
  const admin = administrator ?? await aPerson()
  const { baseId, slug } = await as(admin).run(createBase, { title, isPublic, excerpt: 'Une base d’essai' })
  for (const one of contributors) await joins(one, baseId, admin)
  return { baseId, slug, administrator: admin }
}

/** Somebody enters a base: invited by its administrator, they accept. */
export const joins = async (person: { id: string }, baseId: string, administrator: Someone, role: MemberRole = 'contributor') => {
  const { as } = await world()
  const { invitationId } = await as(administrator).run(inviteToBase, { baseId, personId: person.id, role })
  await as(person).run(acceptInvitation, { invitationId })
}

/** The context of jobs and reactions. */
export const asWorker = async () => {
  const { pools, engine } = await world()
  return { ...engine.context({ actor: system, origin: { request: 'test' } }), db: kyselyOn<any>(pools.worker) }
}

/** Somebody writes a resource with its author, who invited them. */
export const contributes = async (person: { id: string }, resourceId: string, author: Someone) => {
  const { as } = await world()
  const { invitationId } = await as(author).run(inviteContributor, { resourceId, personId: person.id })
  await as(person).run(acceptInvitation, { invitationId })
}

interface ResourceGiven {
  author?: Someone & { id: string }
  title?: string
  description?: string
  baseId?: string
  published?: boolean
  isPublic?: boolean
  text?: string
  themes?: Theme[]
  supportTypes?: SupportType[]
  audiences?: Audience[]
}

/** A resource with one text, indexed; a draft unless `published`. */
export const aResource = async (given: ResourceGiven = {}) => {
  const { as } = await world()
  const author = given.author ?? await aPerson()
  const { run } = as(author)
  const { title = `Ressource ${v7()}`, description = 'Une ressource d’essai', baseId = null } = given
  const { resourceId } = await run(createResource, { title, description, baseId })
  const content = await run(addContent, { resourceId, type: 'text', text: given.text ?? 'Bonjour **à toutes et à tous**.' })
  const { themes = ['parentalite'], supportTypes = ['tutoriel'], audiences = ['parents'] } = given
  await run(setResourceIndexation, { resourceId, version: 0, themes, supportTypes, audiences })
  if (given.isPublic === false) await run(setResourceVisibility, { resourceId, isPublic: false })
  const slug = given.published ? (await run(publishResource, { resourceId })).slug : ''
  return { resourceId, author, title, slug, contentId: content.contentId, contentVersion: content.version }
}
