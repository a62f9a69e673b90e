import { askToJoinBase } from '../operations/ask-to-join-base.ts'
import { createResource } from '../operations/create-resource.ts'
import { deleteResource } from '../operations/delete-resource.ts'
import { giveSiteFeedback } from '../operations/give-site-feedback.ts'
import { inviteContributor } from '../operations/invite-contributor.ts'
import { inviteToBase } from '../operations/invite-to-base.ts'
import { passWelcomeStep } from '../operations/pass-welcome-step.ts'
import type { Seeding } from '../seed.ts'
import { instant } from './date-back.ts'

/** What waits for somebody's answer, what was deleted within its delay, what was said of the service: lives under way. */
export const seedEntries = async ({ world, run, person, bases, resources, owner, now }: Seeding) => {
  for (const { by, base, resource, to, message } of world.invitations) {
    const whom = 'person' in to ? { personId: person(to.person) } : { email: to.email }
    if (base) await run(by, inviteToBase, { baseId: bases.get(base)!, ...whom, role: 'contributor', message })
    else if (resource) await run(by, inviteContributor, { resourceId: resources.get(resource)!, ...whom, message })
  }
  for (const { by, base, message } of world.joinRequests) await run(by, askToJoinBase, { baseId: bases.get(base)!, message })
  for (const { by, title, description, daysAgo } of world.deleted) {
    const { resourceId } = await run(by, createResource, { title, description, baseId: null })
    await run(by, deleteResource, { resourceId })
    await owner.updateTable('bases.resource').set({ created_at: instant(now, daysAgo + 20, title), deleted_at: instant(now, daysAgo, title) })
      .where('id', '=', resourceId).execute()
  }
  for (const { by, rating, area, text, daysAgo } of world.siteFeedback) {
    await run(by, giveSiteFeedback, { rating, difficultyArea: area ?? null, text })
    await owner.updateTable('bases.site_feedback').set({ at: instant(now, daysAgo, text) }).where('person_id', '=', person(by)).where('text', '=', text).execute()
  }
  for (const key of world.welcomed) await run(key, passWelcomeStep, { step: 4 })
}
