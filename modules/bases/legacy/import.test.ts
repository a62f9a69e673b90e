import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryStorage } from '#modules/files/fixtures.ts'
import { peopleByAddress } from '#modules/identity/api.ts'
import { draftAt, draftOf } from '../draft/store.ts'
import { aPerson, world } from '../fixtures.ts'
import { findResources } from '../operations/find-resources.ts'
import { showBase } from '../operations/show-base.ts'
import { showResource } from '../operations/show-resource.ts'
import { importLegacy, type Report } from './import.ts'
import { toMarkdown } from './to-markdown.ts'

temporaryStorage()
const folder = join(import.meta.dirname, 'example')
const run = async (dryRun: boolean) => {
  const { engine, pools } = await world()
  return importLegacy({ engine, pool: pools.portal, folder, dryRun })
}
const reasons = ({ rejected }: Report) => rejected.map(({ file, line, reason }) =>
  `${file}:${line} ${reason.split(';')[0]!.slice(0, 60)}`).toSorted()

test('a dry run tells what would come and what would not, row by row, and writes nothing', async () => {
  const { db } = await world()
  const julien = await aPerson({ email: 'julien.legoff@example.fr' })
  const report = await run(true)
  expect(report.tables).toMatchObject({
    users: { rows: 5, new: 3, known: 0, skipped: 1, rejected: 1 }, bases: { rows: 3, new: 2, skipped: 1 },
    base_members: { rows: 5, new: 3, skipped: 1, rejected: 1 }, resources: { rows: 10, new: 5, known: 0, skipped: 1, rejected: 4 },
    contents: { rows: 13, rejected: 0 }, uploads: { rejected: 1 },
  })
  expect(reasons(report)).toEqual([
    expect.stringMatching(/^base_members:6 no such person/), expect.stringMatching(/^resources.json:8 themes.0/),
    expect.stringMatching(/^resources:10 the resource that it shows does not come/), expect.stringMatching(/^resources:6 contents.1/),
    expect.stringMatching(/^resources:9 no file: perdu.pdf/), expect.stringMatching(/^uploads.csv:4 key/),
      expect.stringMatching(/^users.csv:6 id/),
  ])
  expect(report.leftOut.map(({ file, line, reason }) => `${file}:${line} ${reason}`)).toEqual([
    'users.csv:4 email: not a valid value', 'bases.csv:3 website: not a valid value',
  ])
  expect(report.notRead).toEqual(['follows.csv'])
  expect(await db.selectFrom('bases.imported_name').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('identity.person').select('id').execute()).toEqual([{ id: julien.id }])
})

test('what comes keeps its words, its people, its dates, its counts, its addresses and its names of there', async () => {
  const there = await world()
  const { as, db } = there
  const report = await run(false)
  expect(reasons(report)).toHaveLength(7)
  expect(report.notPublished).toMatchObject([{ line: 5, reason: 'bases.no-audience' }])
  const visitor = as()
  const moved = await visitor.run(showResource, { slug: 'creer-adresse-mail' })
  expect(moved).toEqual({ movedTo: 'creer-son-adresse-e-mail' })
  const shown = await visitor.run(showResource, { slug: 'creer-son-adresse-e-mail' })
  expect(shown).toMatchObject({
    publishedAt: '2022-07-01T08:00:00.000Z', lastPublishedAt: '2023-02-01T08:00:00.000Z', views: 1234, saves: 56, licence: 'cc_by_sa_4_0',
    base: { title: 'Médiation du Rhône' }, authors: [{ name: 'Awa Traoré' }], imageAlt: 'Un écran de téléphone',
    contents: [
      { title: 'Avant de commencer' },
        { html: '<p>Choisissez un <strong>nom</strong>.</p>\n<ul>\n<li>court</li>\n<li>simple</li>\n</ul>\n' },
      { alt: 'Un écran', file: { mime: 'image/webp', width: 48 } }, { file: { name: 'Notice de l’atelier.txt' } },
        { linked: { title: 'Régler son téléphone' } },
    ],
  })
  expect((await visitor.run(findResources, { text: 'adresse' })).resources.map(({ views }) => views)).toEqual([1234])
  expect(await visitor.run(showBase, { slug: 'mediation-rhone' })).toEqual({ movedTo: 'mediation-du-rhone' })
  const [julien] = await peopleByAddress({ db } as never, ['julien.legoff@example.fr'])
  const awa = (await peopleByAddress({ db } as never, ['awa.traore@example.fr']))[0]!
  expect(await as({ id: julien!.personId }).run(showResource, { slug: 'notes-de-l-equipe' })).toMatchObject({ isOpen: false })
  await expect(visitor.run(showResource, { slug: 'notes-de-l-equipe' })).rejects.toMatchObject({ status: 404 })
  const names = await db.selectFrom('identity.external_identifier').select(['kind', 'value']).where('person_id', '=', awa.personId)
    .orderBy('kind').execute()
  expect(names).toEqual([{ kind: 'user', value: '00000001-0000-4000-8000-000000000001' }, { kind: 'user-number', value: '101' }])
  const kept = await db.selectFrom('bases.imported_name').select(['value', 'target_id']).where('kind', '=', 'resource')
    .where('value', 'like', 'number:%')
    .orderBy('value').execute()
  expect(kept.map(({ value }) => value)).toEqual(['number:201', 'number:202', 'number:203', 'number:204', 'number:205'])
  for (const { target_id } of kept) {
    const { draft, sequence } = await draftOf({ db } as never, target_id)
    expect(await draftAt({ db } as never, target_id, sequence)).toEqual(draft)
  }
  expect(await db.selectFrom('kernel.fact').select('name').where('name', 'like', 'bases.%').execute()).toEqual([])
})

test('done again, it writes nothing; cut, it goes on', async () => {
  const { db } = await world()
  const count = async () => (await db.selectFrom('bases.resource_event').select('sequence').execute()).length
  const before = await count()
  const again = await run(false)
  expect(again.tables).toMatchObject({ users: { new: 0, known: 3 }, bases: { new: 0, known: 2 }, base_members: { new: 0, known: 3 },
    resources: { new: 0, known: 5 } })
  expect(await count()).toBe(before)
  const lost = await db.selectFrom('bases.imported_name').select('target_id').where('value', '=', 'number:204').executeTakeFirstOrThrow()
  await db.deleteFrom('bases.resource').where('id', '=', lost.target_id).execute()
  expect((await run(false)).tables).toMatchObject({ resources: { new: 1, known: 4 } })
})

test('HTML of the national service becomes Markdown, and what is no HTML stays', () => {
  expect(toMarkdown('a < b and *c*')).toBe('a < b and *c*')
  expect(toMarkdown('<h2>Titre</h2><p>Un <a href="https://example.fr">lien</a>, 2*3<br>suite</p><ol><li>un</li><li>deux</li></ol>'))
    .toBe('## Titre\n\nUn [lien](<https://example.fr>), 2\\*3  \nsuite\n\n1. un\n2. deux')
})
