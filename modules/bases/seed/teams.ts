import { acceptInvitation } from '../operations/accept-invitation.ts'
import { createBase } from '../operations/create-base.ts'
import { inviteToBase } from '../operations/invite-to-base.ts'
import type { Seeding } from '../seed.ts'

/** Bases with their pictures and their members. */
export const seedTeams = async ({ world, run, send, person, bases }: Seeding) => {
  for (const base of world.bases) {
    const [first = '', ...administrators] = base.administrators
    const [logo, cover] = await Promise.all([world.logo(base), world.cover(base)])
    const { baseId } = await run(first, createBase, {
      title: base.title, excerpt: base.excerpt, description: base.description, department: base.department ?? null,
      website: base.website ?? null, email: base.email ?? null, emailIsPublic: base.public, isPublic: base.public,
      logoFileId: await send(first, `${base.key}-marque.png`, logo), coverFileId: await send(first, `${base.key}-banniere.png`, cover),
    })
    bases.set(base.key, baseId)
    const members = [...administrators.map((key) => [key, 'administrator'] as const),
      ...base.contributors.map((key) => [key, 'contributor'] as const)]
    for (const [key, role] of members) {
      const { invitationId } = await run(first, inviteToBase, { baseId, personId: person(key), role })
      await run(key, acceptInvitation, { invitationId })
    }
  }
}
