import { expect, test } from 'vitest'
import { identity } from '#modules/identity/module.ts'
import { aMember, anOrganisation, world } from './fixtures.ts'

const { showPerson } = identity.backOffice.operations

test('a person\'s sheet in the back office says where they belong', async () => {
  const { as } = await world()
  const organisation = await anOrganisation({ name: 'Lycée des Tilleuls' })
  const member = await aMember(organisation, 'teacher')
  const admin = { id: member.id, grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' }
  const { parts } = await as(admin).run(showPerson!, { personId: member.id }) as { parts: { title: string, lines: unknown[] }[] }
  expect(parts).toContainEqual({
    title: 'Organisations',
    lines: [{
      label: 'Lycée des Tilleuls', href: `/organisations/${organisation}`,
      detail: expect.stringMatching(/^Enseignante ou enseignant, depuis le \d\d\/\d\d\/\d{4}$/),
    }],
  })
})
