import { expect, test } from 'vitest'
import { packed, unpacked } from './archive.ts'
import { decoded } from './encoding.ts'
import { readPerson } from './person.ts'
import { columnsOf, mannerOf, rowsOf, type Source } from './read.ts'
import { siecleRows } from './siecle.ts'
import { anAaf, aRequest, aSiecle, latin9 } from './xml.fixtures.ts'

const pieces = (bytes: Buffer, size = 13): Source => async function* () {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
const peopleIn = async (source: Source) => {
  const manner = await mannerOf(source)
  const { mapping, format, establishment } = await columnsOf(source, manner)
  const [, ...rows] = await all(rowsOf(source, manner))
  return { manner, format, establishment, rows, people: rows.map(({ cells }) => readPerson(cells, mapping, 'member')) }
}

test('AAF: pupils and staff, their classes in this establishment; parents are nobody here, who is removed leaves', async () => {
  const { manner, format, people, rows } = await peopleIn(pieces(latin9(anAaf())))
  expect(manner).toMatchObject({ syntax: 'xml', encoding: 'iso-8859-15', sure: true })
  expect(format).toBe('aaf')
  const [zoe, yann, eve, gone] = people.map(({ person }) => person)
  expect(people).toHaveLength(4)
  expect(zoe).toMatchObject({
    lastName: 'L\'Œuvrard', firstName: 'Zoé', role: 'student', groups: ['4E3', '4DP3', '4LAT'], email: null, leaves: false,
    identifiers: [{ kind: 'external-id', value: '2867253' }, { kind: 'student-id', value: '0123456789A' }],
  })
  expect(yann).toMatchObject({ lastName: 'Le Goff & fils', role: 'teacher', groups: ['4E3', '3A'], email: 'yann.le-goff@ac.example' })
  // A list makes nobody the head of a school.
  expect(eve).toMatchObject({ role: 'member', groups: [] })
  expect(gone).toMatchObject({ leaves: true, identifiers: [{ kind: 'external-id', value: '2867000' }] })
  expect(rows[0]!.line).toBe(4)
})

const pupils = [
  { id: '11', ine: '111A', name: 'Diallo', first: 'Aïcha', codes: ['2DE4', '2LV2'] },
  { id: '12', ine: '112B', name: 'Morin', used: 'Morin-Šimić', first: 'Noé', codes: ['2DE4'] },
  { id: '13', ine: '113C', name: 'Petit', first: 'Léa', left: '31/10/2026', codes: ['2DE4'] },
  { id: '14', ine: '114D', name: 'Vidal', first: 'Ugo', left: '30/06/2027', codes: [] },
]

test.each([false, true])('SIECLE: pupils with their classes, which stand after them or before them (%s)', async (structuresFirst) => {
  const text = aSiecle(pupils, { structuresFirst })
  const rows = await all(siecleRows(() => decoded(pieces(Buffer.from(text), 997)(), 'utf-8'), '2026-11-21'))
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['ELEVE_ID', 'ID_NATIONAL', 'NOM', 'PRENOM', 'MEL', 'rôle', 'CODE_STRUCTURE', 'DATE_ENTREE', 'DATE_SORTIE', 'statut'],
    ['11', '111A', 'Diallo', 'Aïcha', '', 'élève', '2DE4|2LV2', '01/09/2025', '', ''],
    ['12', '112B', 'Morin-Šimić', 'Noé', '', 'élève', '2DE4', '01/09/2025', '', ''],
    ['13', '113C', 'Petit', 'Léa', '', 'élève', '2DE4', '01/09/2025', '', 'parti'],
    ['14', '114D', 'Vidal', 'Ugo', '', 'élève', '', '01/09/2025', '30/06/2027', ''],
  ])
})

test('SIECLE in ISO-8859-15, in the archive in which it is exported, says of whom it is', async () => {
  const archive = Buffer.concat(await all(packed(pieces(latin9(aSiecle(pupils.slice(0, 1))))(), 'ElevesSansAdresses.xml')))
  const found = await peopleIn(pieces(archive))
  expect(found).toMatchObject({ format: 'siecle', establishment: '0589902Y', manner: { syntax: 'xml', encoding: 'iso-8859-15' } })
  expect(found.people[0]!.person).toMatchObject({ lastName: 'Diallo', firstName: 'Aïcha', role: 'student', groups: ['2DE4', '2LV2'], validFrom: '2025-09-01' })
})

test.each([
  ['an element that is not closed', '<ficAlimMENESR><addRequest>', 'xml'],
  ['an entity of its own', '<!DOCTYPE ficAlimMENESR [<!ENTITY a "b">]><ficAlimMENESR><addRequest>&a;</addRequest></ficAlimMENESR>', 'xml'],
  ['an external entity', '<!DOCTYPE ficAlimMENESR [<!ENTITY a SYSTEM "file:///etc/passwd">]><ficAlimMENESR><addRequest><identifier><id>&a;</id></identifier></addRequest></ficAlimMENESR>', 'xml'],
  ['a record without end', `<ficAlimMENESR><addRequest>${'<a>x</a>'.repeat(60_000)}`, 'xml'],
  ['elements in elements', `<ficAlimMENESR><addRequest>${'<a>'.repeat(50)}${'</a>'.repeat(50)}</addRequest></ficAlimMENESR>`, 'xml'],
  ['another form', '<?xml version="1.0"?>\n<!-- <BEE_ELEVES> -->\n<html><body/></html>', 'form'],
  ['nobody', '<BEE_ELEVES><PARAMETRES/></BEE_ELEVES>', 'empty'],
])('%s: the file cannot be read', async (_, text, reason) => {
  await expect(peopleIn(pieces(Buffer.from(text), 4096))).rejects.toMatchObject({ name: 'Unreadable', reason })
})

test('an archive is what was put in; a damaged one says so', async () => {
  const bytes = Buffer.from('nom;prénom\n'.repeat(50_000))
  const archive = Buffer.concat(await all(packed(pieces(bytes, 10_000)(), 'liste.csv')))
  expect(archive.length).toBeLessThan(bytes.length / 50)
  expect(Buffer.concat(await all(unpacked(pieces(archive, 7)()))).equals(bytes)).toBe(true)
  expect(Buffer.concat(await all(unpacked(pieces(bytes, 999)()))).equals(bytes)).toBe(true)
  const broken = Buffer.from(archive)
  broken.fill(0xff, 45, 90)
  await expect(all(unpacked(pieces(broken)()))).rejects.toMatchObject({ reason: 'archive' })
  await expect(all(unpacked(pieces(archive.subarray(0, 20))()))).rejects.toMatchObject({ reason: 'archive' })
  await expect(all(unpacked(pieces(archive.subarray(0, archive.length / 2))()))).rejects.toMatchObject({ reason: 'archive' })
})

test('a large AAF is read as it comes: no more of it is taken than its rows ask', async () => {
  const many = Buffer.from(aRequest('addRequest', 'Eleve', '1', { sn: ['Nom'], givenName: ['Prénom'], ENTEleveClasses: ['1$6A'] }).repeat(100))
  let taken = 0
  const source = async function* () {
    yield Buffer.from('<?xml version="1.0" encoding="UTF-8"?><ficAlimMENESR>')
    for (; taken < 300; taken++) yield many
    yield Buffer.from('</ficAlimMENESR>')
  }
  const rows = rowsOf(source, { syntax: 'xml', encoding: 'utf-8', separator: ',' })
  // The start is looked at first, to know the form.
  await rows.next()
  taken = 0
  let read = 0
  for await (const { line } of rows) {
    read++
    expect(line).toBeGreaterThan(0)
    expect(taken).toBeLessThanOrEqual(Math.ceil(read / 100) + 2)
  }
  expect(read).toBe(30_000)
})
