import { expect, test } from 'vitest'
import { encodingGuess, type Encoding } from './encoding.ts'
import { mappingOf, mappingProblem } from './format.ts'
import { columnsOf, mannerOf, rowsOf, type Source } from './read.ts'
import { separatorOf } from './separator.ts'

/** A file in pieces of so many bytes, so that characters and lines are cut anywhere. */
const aSource = (bytes: Buffer, size = 7): Source => async function* () {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
const cellsOf = async (source: Source) => (await all(rowsOf(source, await mannerOf(source)))).map(({ cells }) => cells)
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

const written = 'nom;prénom;ville\nŒuvray;Zoé;Châlons\nŠimić;Noël;Nîmes\n'
const latin9 = (text: string) => Buffer.from(Array.from(text, (char) => ({ Œ: 0xbc, œ: 0xbd, Š: 0xa6, ć: 0x63, '€': 0xa4 } as Record<string, number>)[char] ?? char.codePointAt(0)!))
const windows = (text: string) => Buffer.from(Array.from(text, (char) => ({ Œ: 0x8c, œ: 0x9c, Š: 0x8a, ć: 0x63, '€': 0x80 } as Record<string, number>)[char] ?? char.codePointAt(0)!))
const expected = written.replace('ć', 'c')

test.each<[string, Buffer, Encoding, string]>([
  ['UTF-8', Buffer.from(written), 'utf-8', written],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${written}`), 'utf-8', written],
  ['Windows-1252', windows(written), 'windows-1252', expected],
  ['ISO-8859-15', latin9(written), 'iso-8859-15', expected],
  ['UTF-16 little end first', utf16(`\uFEFF${written}`, false), 'utf-16le', written],
  ['UTF-16 big end first', utf16(`\uFEFF${written}`, true), 'utf-16be', written],
  ['UTF-16 without its mark', utf16(written, false), 'utf-16le', written],
])('%s is recognised, and read as it was written', async (_, bytes, encoding, text) => {
  const source = aSource(bytes)
  expect(await mannerOf(source)).toMatchObject({ encoding, separator: ';', syntax: 'csv' })
  expect(await cellsOf(source)).toEqual(text.trim().split('\n').map((line) => line.split(';')))
})

test('an accent far from the start decides, and a doubt is said', () => {
  const guess = encodingGuess()
  for (let at = 0; at < 100; at++) guess.add(Buffer.from('nom,prenom\nMartin,Ada\n'.repeat(50)))
  guess.add(Buffer.from([0x5a, 0x6f, 0xe9, 0x0a]))
  expect(guess.end()).toEqual({ encoding: 'windows-1252', sure: false })
  const plain = encodingGuess()
  plain.add(Buffer.from('nom\nMartin\n'))
  expect(plain.end()).toEqual({ encoding: 'utf-8', sure: true })
})

test('an encoding cut in the middle of a character at the end is not UTF-8', () => {
  const guess = encodingGuess()
  guess.add(Buffer.from('Zo\u00e9').subarray(0, 3))
  expect(guess.end().encoding).not.toBe('utf-8')
})

test.each([['a,b\n1,2\n', ','], ['a;b\n"1,5";2\n', ';'], ['a\tb\n1\t2\n', '\t'], ['a|b\n1|2\n', '|'], ['alone\nx\n', ','], ['nom;"Rue, n° 1";c\nx;y, z;t\n', ';']])(
  'the separator of %j is %j', (text, separator) => expect(separatorOf(text)).toBe(separator))

test('quoted fields hold separators, quotes and line ends; rows may end in CRLF and be uneven', async () => {
  const text = 'nom;note;groupe\r\n"Le Goff";"dit ""le grand""\r\nsuite; fin";G1\r\n\r\nDa Silva;;\r\n;;\r\nSeul\r\n'
  expect(await all(rowsOf(aSource(Buffer.from(text)), { syntax: 'csv', encoding: 'utf-8', separator: ';' }))).toEqual([
    { line: 1, cells: ['nom', 'note', 'groupe'] },
    { line: 3, cells: ['Le Goff', 'dit "le grand"\nsuite; fin', 'G1'] },
    { line: 5, cells: ['Da Silva', '', ''] },
    { line: 7, cells: ['Seul'] },
  ])
})

test('a quote that is never closed is said with its line, and does not fill the memory', async () => {
  const text = `nom,prenom\nMartin,Ada\n"Le Goff,Yann\n${'x,y\n'.repeat(40_000)}`
  const reading = all(rowsOf(aSource(Buffer.from(text), 4096), { syntax: 'csv', encoding: 'utf-8', separator: ',' }))
  await expect(reading).rejects.toMatchObject({ name: 'Unreadable', reason: 'quote' })
})

const people = [{ eppn: 'ada@univ.example', firstName: 'Ada', groupIdSiSco: ['G1', 'G2'], note: 'a { "b" [' }, { eppn: 'b@univ.example', firstName: 'Bé' }]
test.each([
  ['a list', JSON.stringify(people)],
  ['a list that is indented', JSON.stringify(people, null, 2)],
  ['a list under a name', JSON.stringify({ total: 2, users: people }, null, 1)],
  ['an object a line', people.map((one) => JSON.stringify(one)).join('\n')],
])('JSON: %s', async (_, text) => {
  expect(await cellsOf(aSource(Buffer.from(text)))).toEqual([
    ['eppn', 'firstName', 'groupIdSiSco', 'note'], ['ada@univ.example', 'Ada', 'G1|G2', 'a { "b" ['], ['b@univ.example', 'Bé', '', ''],
  ])
})

test.each(['[{"a": 1}, {"b": ', '[{"a": nothing}]', '[{"a": 1}]]'])('JSON that is not: %s', async (text) => {
  await expect(cellsOf(aSource(Buffer.from(text)))).rejects.toMatchObject({ name: 'Unreadable', reason: 'json' })
})

test('each form of the references is recognised, with its columns; a password is not shown', async () => {
  const columns = async (text: string) => {
    const source = aSource(Buffer.from(text), 50)
    return columnsOf(source, await mannerOf(source))
  }
  expect(await columns('username,password,email,firstname,lastname,studentid,preferredname\nada,secret,ada@example.org,Ada,Martin,42,Adi\n')).toEqual({
    format: 'mahara', heading: ['username', 'password', 'email', 'firstname', 'lastname', 'studentid', 'preferredname'],
    mapping: ['username', 'ignore', 'email', 'firstName', 'lastName', 'studentId', 'ignore'],
    examples: [['ada', '', 'ada@example.org', 'Ada', 'Martin', '42', '']],
  })
  expect(await columns(JSON.stringify([{
    eppn: 'ada@univ.example', firstName: 'Ada', lastName: 'Martin', email: 'ada@univ.example', category: 'STUDENT', externalId: '7', source: 'apogee',
    status: 'ACTIVE', institutionHai: '0751717J', groupIdSiSco: 'L3-INFO',
  }]))).toMatchObject({ format: 'avenirs', mapping: ['eppn', 'firstName', 'lastName', 'email', 'role', 'externalId', 'ignore', 'status', 'ignore', 'group'] })
  expect(await columns('supannEtuId;sn;givenName;mail;supannEtuEtape\n42;Martin;Ada;a@b.fr;{UAI:0751717J}L3\n')).toMatchObject({
    format: 'supann', mapping: ['studentId', 'lastName', 'firstName', 'email', 'group'] })
  expect(await columns('sourcedId,status,enabledUser,username,givenName,familyName,email\n1,active,TRUE,ada,Ada,Martin,a@b.fr\n')).toMatchObject({
    format: 'oneroster', mapping: ['externalId', 'status', 'ignore', 'username', 'firstName', 'lastName', 'email'] })
  expect(await columns('Identifiant;Nom;Prénom;Courriel;Rôle;Groupe;Date de début;Date de fin\n1;M;A;a@b.fr;étudiante;G1;01/09/2026;\n')).toMatchObject({
    format: 'own', mapping: ['externalId', 'lastName', 'firstName', 'email', 'role', 'group', 'validFrom', 'validTo'] })
})

test('a file without a person says so', async () => {
  const source = aSource(Buffer.from('nom,prenom\n'))
  await expect(columnsOf(source, await mannerOf(source))).rejects.toMatchObject({ reason: 'empty' })
})

test('a mapping needs names and something to recognise people by, and no field twice but groups', () => {
  expect(mappingProblem(mappingOf(['nom', 'prénom', 'courriel', 'groupe', 'classe']))).toBeUndefined()
  expect(mappingProblem(['lastName', 'email'])).toEqual({ code: 'missing', field: 'firstName' })
  expect(mappingProblem(['lastName', 'firstName', 'group'])).toEqual({ code: 'missing', field: 'identifier' })
  expect(mappingProblem(['lastName', 'firstName', 'email', 'email'])).toEqual({ code: 'twice', field: 'email' })
})
