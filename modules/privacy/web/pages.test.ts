import { join } from 'node:path'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aPerson, provedPerson, world } from '../fixtures.ts'
import { listMyReaders } from '../operations/list-my-readers.ts'
import { pages, urls } from './routes.ts'

const root = join(import.meta.dirname, '../../..')
const visit = pagesOf(world, pages, (file) => import(join(root, file)))
const { db, as, work } = await world()

const someone = async (minutesAgo = 0) => {
  const person = await aPerson({ firstName: 'Zoé', lastName: 'Lefèvre' })
  return { person, proved: provedPerson(person, minutesAgo) }
}

test('each page asks a visitor to sign in, and comes back', async () => {
  for (const url of [urls.data(), urls.readers(), urls.deletion()]) {
    expect(await visit(url)).toMatchObject({ location: `/connexion?suite=${encodeURIComponent(url)}` })
  }
})

test('one asks for one\'s data, is told that it is under way, then downloads it', async () => {
  const { proved } = await someone()
  const { html } = await visit(urls.data(), { as: proved })
  expect(html).toContain('<h1 id="title" tabindex="-1">Mes données</h1>')
  expect(html).toContain('RGPD, article 6.1.e')
  expect(await visit(urls.data(), { as: proved, form: formIn(html, 'requestArchive') })).toMatchObject({ status: 303,
    location: urls.data() })
  const asked = (await visit(urls.data(), { as: proved })).html
  expect(asked).toContain('Vos données se préparent')
  expect(asked).not.toContain('value="requestArchive"')
  const refused = await visit(urls.data(), { as: proved, form: { ...formIn(html, 'requestArchive'), _key: v7() } })
  expect(refused.status).toBe(409)
  await work()
  const ready = (await visit(urls.data(), { as: proved })).html
  expect(ready).toMatch(/href="\/me\/archives\/[0-9a-f-]{36}\/mes-donnees\.zip"/)
  expect(ready).toContain('Préparer de nouveau')
  // Later, the link waits for a new proof.
  const late = (await visit(urls.data(), { as: provedPerson({ id: proved.id! }, 16) })).html
  expect(late).not.toContain('mes-donnees.zip"')
  expect(late).toContain('confirmez d’abord que c’est bien vous')
  expect(late).toContain('href="/mon-compte/preuve?suite=%2Fmes-donnees"')
})

test('one leaves by typing one\'s name, keeps what one typed when it is wrong, and may stay after all', async () => {
  const { proved } = await someone()
  const { html } = await visit(urls.deletion(), { as: proved })
  expect(html).toContain('Pour confirmer, écrivez « Zoé Lefèvre »')
  expect(html).toContain('Ce qui restera, et pourquoi')
  const form = formIn(html, 'requestDeletion')
  const wrong = await visit(urls.deletion(), { as: proved, form: { ...form, name: 'Zoé <b>' } })
  expect(wrong.status).toBe(409)
  expect(wrong.html).toContain('value="Zoé &lt;b&gt;"')
  expect(wrong.html).toContain('Ce n’est pas le nom attendu')
  expect((await visit(urls.deletion(), { as: proved, form: { ...form, _key: v7(), name: '' } })).status).toBe(422)
  expect(await visit(urls.deletion(), { as: proved, form: { ...form, _key: v7(), name: 'zoe lefevre' } })).toMatchObject({ status: 303,
    location: urls.data() })
  const waiting = (await visit(urls.data(), { as: proved })).html
  expect(waiting).toContain('Votre compte va être supprimé')
  expect((await visit(urls.deletion(), { as: proved })).html).not.toContain('value="requestDeletion"')
  expect(await visit(urls.data(), { as: proved, form: formIn(waiting, 'cancelDeletion') })).toMatchObject({ status: 303 })
  expect((await visit(urls.data(), { as: proved })).html).not.toContain('Votre compte va être supprimé')
})

test('who proved too long ago proves it again first, and comes back to the same page', async () => {
  const { proved } = await someone(16)
  const { html } = await visit(urls.deletion(), { as: proved })
  expect(html).not.toContain('value="requestDeletion"')
  expect(html).toContain('href="/mon-compte/preuve?suite=%2Fmes-donnees%2Fsuppression"')
})

test('one sees who looked at one\'s sensitive data, by name, the last first; nobody else sees it', async () => {
  const { person, proved } = await someone()
  const reader = await aPerson({ firstName: 'Karim', lastName: 'Ouali' })
  const other = await aPerson()
  expect((await visit(urls.readers(), { as: proved })).html).toContain('Personne n’a consulté vos données sensibles.')
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const entry = (values: object) => db.insertInto('audit.entry').values({
    id: v7(), at: at(10), person_id: reader.id, operation: 'follow_up.showBeneficiary', outcome: 'read', about: person.id, request: 'r',
      ...values,
  } as never).execute()
  await entry({})
  await entry({ acting_for: other.id, at: at(5) })
  await entry({ person_id: person.id, operation: 'grades.listMine', at: at(1) })
  await entry({ about: other.id })
  const { html } = await visit(urls.readers(), { as: proved })
  expect([...html.matchAll(/scope="row"[^>]*>([^<]+)/g)].map(([, who]) => who)).toEqual(['Vous', 'Karim Ouali, à la place de Ada Martin',
    'Karim Ouali'])
  expect(html).toContain('Votre dossier d’accompagnement')
  expect((await as(other).run(listMyReaders, {})).reads).toHaveLength(1)
  await expect(as().run(listMyReaders, {})).rejects.toMatchObject({ status: 401 })
  for (let count = 0; count < 60; count++) await entry({})
  const first = await as(proved).run(listMyReaders, {})
  expect(first.reads).toHaveLength(50)
  const next = await as(proved).run(listMyReaders, { before: first.next! })
  expect(next.reads).toHaveLength(13)
  expect(next.next).toBeNull()
  expect((await visit(urls.readers(), { as: proved })).html).toContain(`before=${first.next}`)
})
