import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { makePerson } from '#modules/identity/fixtures.ts'
import { aGroup, aMember, anImport, anOrganisation, aSource, world } from '../fixtures.ts'
import type { readReport } from '../operations/read-report.ts'
import { report } from '../raw.ts'
import { provisioning } from '../module.ts'
import { fr } from './fr.ts'
import { pages, urls } from './routes.ts'

const visit = pagesOf(world, pages, (file) => import(`./${basename(file, '.tsx')}.tsx`))
const mark = () => v7().slice(-8)
const heading = 'numéro étudiant;nom;prénom;courriel\n'

test('an import from the list to the report, without JavaScript', async () => {
  const { work } = await world()
  const place = await anOrganisation()
  const as = place.manager
  const places = await visit(urls.places(), { as })
  expect(places.html).toContain(urls.imports(place.organisationId))
  const start = await visit(urls.imports(place.organisationId), { as })
  expect(start.html).toContain('type="file"')
  const m = mark()
  const sourceId = await aSource(place.organisationId, as, `${heading}${m}1;Martin;Ada;\n${m}2;;Bob;\n`)
  const sent = await visit(urls.imports(place.organisationId), {
    as, form: { ...formIn(start.html, 'startImport'), sourceId, role: 'student', groupKind: 'class', mode: 'add' },
  })
  expect(sent.status).toBe(303)
  const here = sent.location!
  expect((await visit(here, { as })).html).toContain(fr.import.again)
  await work()
  const preview = await visit(here, { as })
  expect(preview.html).toContain(fr.import.difference)
  expect(preview.html).toContain(fr.issue('lastName', 'required'))
  expect(preview.html).toContain('name="mapping"')
  expect(preview.html).not.toContain(fr.import.again)

  const row = urls.correctRow(here.split('/').at(-1)!, 2)
  const wrong = await visit(row, { as })
  const refused = await visit(row, { as, form: { ...formIn(wrong.html, 'correctRow'), lastName: '', firstName: 'Bob', studentId: `${m}2` } })
  expect(refused).toMatchObject({ status: 422 })
  expect(refused.html).toContain(fr.refusals['provisioning.row-required'])
  expect((await visit(row, { as, form: { ...formIn(wrong.html, 'correctRow'), lastName: 'Durand', firstName: 'Bob', studentId: `${m}2` } })).location).toBe(here)
  const ready = await visit(here, { as })
  expect((await visit(here, { as, form: formIn(ready.html, 'confirmImport') })).status).toBe(303)
  await work()
  const done = await visit(here, { as })
  expect(done.html).toContain(fr.import.result)
  expect(done.html).toContain(fr.rows(2))
  const asked = await visit(`${here}?annuler=oui`, { as })
  expect((await visit(here, { as, form: formIn(asked.html, 'undoImport') })).status).toBe(303)
  await work()
  expect((await visit(here, { as })).html).toContain(fr.import.undone)
})

test('many departures are confirmed by their number', async () => {
  const place = await anOrganisation()
  const as = place.manager
  const m = mark()
  const people = (count: number) => heading + Array.from({ length: count }, (_, at) => `${m}${at};Nom${at};P${at};`).join('\n')
  await (await anImport(place, people(4))).confirm()
  const { importId } = await anImport(place, people(2), { mode: 'synchronise' })
  const { html } = await visit(urls.import(importId), { as })
  expect(html).toContain(fr.import.massive)
  expect(html).toContain('Nom2')
  const refused = await visit(urls.import(importId), { as, form: { ...formIn(html, 'confirmImport'), departures: '3' } })
  expect(refused).toMatchObject({ status: 409 })
  expect(refused.html).toContain(fr.refusals['provisioning.departures-unconfirmed'])
  expect((await visit(urls.import(importId), { as, form: { ...formIn(html, 'confirmImport'), departures: '2' } })).status).toBe(303)
})

test('the report is a file for spreadsheets, in which no cell is a formula', async () => {
  const { as, engine, actorOf } = await world()
  const place = await anOrganisation()
  const m = mark()
  const { importId } = await anImport(place, `${heading}${m}1;=cmd|x;"A ""B""";\n${m}2;;Bob;\n`)
  const headers: Record<string, string> = {}
  let sent: Readable | undefined
  const reply = { headers: (given: Record<string, string>) => Object.assign(headers, given), send: (stream: Readable) => { sent = stream } }
  const run = async (operation: typeof readReport, input: { importId: string }) => as(place.manager).run(operation, input)
  const context = engine.context({ actor: await actorOf(place.manager), origin: { request: v7() } })
  await report.handle(context, { importId }, undefined, { reply, run } as never)
  const text = (await sent!.toArray()).join('')
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(text.startsWith('\uFEFF"Ligne";"Résultat";"Raison"')).toBe(true)
  expect(text).toContain(`"'=cmd|x";"A ""B"""`)
  expect(text).toContain(`"3";"${fr.report.quarantined}";"${fr.issue('lastName', 'required')}"`)
  expect(text.split('\r\n')).toHaveLength(4)
})

test('who manages a programme finds its groups, by their names, and imports there', async () => {
  const place = await anOrganisation()
  const { organisationId } = place
  const [mine, theirs] = [await aGroup(organisationId, 'Licence de géographie'), await aGroup(organisationId, 'Master')]
  const as = await aMember(organisationId, 'programme-manager', mine)
  const { html } = await visit(urls.places(), { as })
  const here = urls.imports(organisationId, { groupId: mine })
  expect(html).toContain(here.replace('&', '&amp;'))
  expect(html).toContain('Licence de géographie')
  expect(html).not.toContain(theirs)
  expect(html).not.toContain(`${urls.imports(organisationId)}"`)
  const start = await visit(here, { as })
  expect(start.html).toContain(fr.imports.forGroup('Licence de géographie'))
  expect((await visit(urls.imports(organisationId), { as })).status).toBe(403)
  const sourceId = await aSource(organisationId, as, `${heading}${mark()};Martin;Ada;\n`)
  const sent = await visit(here, { as, form: { ...formIn(start.html, 'startImport'), sourceId, role: 'student', mode: 'add' } })
  expect(sent.status).toBe(303)
  // In charge of the whole, one chooses the organisation; the list names its groups.
  expect((await visit(urls.places(), { as: place.manager })).html).toContain(`${urls.imports(organisationId)}"`)
})

test('pages of others are not there, and who may not is told so', async () => {
  const { db } = await world()
  const place = await anOrganisation()
  const student = await aMember(place.organisationId, 'student')
  const stranger = await makePerson(db)
  const { importId } = await anImport(place, `${heading}${mark()};Martin;Ada;\n`)
  expect((await visit(urls.imports(place.organisationId), { as: student })).status).toBe(403)
  expect((await visit(urls.imports(place.organisationId), { as: stranger })).status).toBe(404)
  expect((await visit(urls.import(importId), { as: student })).status).toBe(404)
  expect((await visit(urls.correctRow(importId, 1), { as: stranger })).status).toBe(404)
  expect((await visit(urls.places())).location).toContain('/connexion')
  expect((await visit(urls.places(), { as: student })).html).toContain(fr.places.empty)
})

test('a person answers those who ask them', async () => {
  const { db, work } = await world()
  const place = await anOrganisation()
  const m = mark()
  const known = await makePerson(db, { email: `${m}@example.org` })
  await (await anImport(place, `${heading}${m};Martin;Ada;${m}@example.org\n`)).confirm()
  expect((await visit(urls.places(), { as: known })).html).toContain(urls.proposals())
  const { html } = await visit(urls.proposals(), { as: known })
  expect(html).toContain(fr.roles['student'])
  expect((await visit(urls.proposals(), { as: known, form: formIn(html, 'acceptProposal') })).status).toBe(303)
  await work()
  expect((await visit(urls.proposals(), { as: known })).html).toContain(fr.proposals.empty)
})

test('each command of a page says what it has done', () => {
  const commands = Object.entries(provisioning.operations).flatMap(([name, { kind }]) => kind === 'command' && !name.includes('Directory') ? name : [])
  expect(Object.keys(fr.done).toSorted((a, b) => a.localeCompare(b))).toEqual(commands.toSorted((a, b) => a.localeCompare(b)))
})
