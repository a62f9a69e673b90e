import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from '#kernel/id.ts'
import { afterAll, expect, test } from 'vitest'
import { contentOf } from './content.ts'
import { aPdf, aPicture } from './fixtures.ts'
import { readableName } from './name.ts'

const folder = mkdtempSync(join(tmpdir(), 'sillage-content-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const contentIn = (bytes: Buffer | string, name: string) => {
  const path = join(folder, v7())
  writeFileSync(path, bytes)
  return contentOf(path, name)
}

/** A ZIP archive of one entry, stored without compression. */
const aZip = (name: string, text: string): Buffer => {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt32LE(text.length, 18)
  header.writeUInt32LE(text.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name + text)])
}
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const docx = aZip('[Content_Types].xml', `<Types><Override ContentType="${word}.main+xml"/></Types>`)
const odt = aZip('mimetype', 'application/vnd.oasis.opendocument.text')

test('what is accepted is known by its bytes', async () => {
  const jpeg = await aPicture(20, 20).jpeg().toBuffer()
  expect(await contentIn(jpeg, 'Vacances.JPG')).toMatchObject({ mime: 'image/jpeg', kind: 'picture' })
  expect(await contentIn(await aPicture(20, 20).avif().toBuffer(), 'a.avif')).toMatchObject({ mime: 'image/avif', kind: 'picture' })
  expect(await contentIn(aPdf(), 'plan.pdf')).toMatchObject({ mime: 'application/pdf', kind: 'other' })
  expect(await contentIn(docx, 'lettre.docx')).toMatchObject({ mime: word })
  expect(await contentIn(odt, 'lettre.odt')).toMatchObject({ mime: 'application/vnd.oasis.opendocument.text' })
  expect(await contentIn(aZip('a.txt', 'hello'), 'a.zip')).toMatchObject({ mime: 'application/zip' })
  expect(await contentIn('Prénom;Âge\nInès;12\n', 'élèves.csv')).toMatchObject({ mime: 'text/csv' })
  expect(await contentIn(Buffer.from('Pr\u00e9nom;\u00c2ge\n', 'latin1'), 'windows.csv')).toMatchObject({ mime: 'text/csv' })
  expect(await contentIn('# Titre\n', 'notes.md')).toMatchObject({ mime: 'text/markdown' })
  expect(await contentIn(jpeg, 'sans-extension')).toMatchObject({ mime: 'image/jpeg' })
})

test.each([
  ['a page under the name of a picture', '<!doctype html><script>alert(1)</script>', 'photo.png', 'files.type-mismatch'],
  ['a page under the name of a text', '<!doctype html><script>alert(1)</script>', 'notes.txt', 'files.type-mismatch'],
  ['a PDF under the name of a picture', aPdf(), 'photo.jpg', 'files.type-mismatch'],
  ['a program under the name of a PDF', Buffer.from(`MZ${'\0'.repeat(200)}`), 'facture.pdf', 'files.type-mismatch'],
  ['bytes under the name of a text', Buffer.from([1, 2, 3, 0, 255]), 'notes.txt', 'files.type-mismatch'],
  ['a program', Buffer.from(`MZ${'\0'.repeat(200)}`), 'jeu.exe', 'files.type-refused'],
  ['a page', '<html></html>', 'page.html', 'files.type-refused'],
  ['a drawing that can run', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'dessin.svg', 'files.type-refused'],
  ['a drawing that can run, declared as XML', '<?xml version="1.0"?><svg/>', 'dessin.svg', 'files.type-refused'],
  ['a photograph of a telephone', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'IMG_0001.HEIC', 'files.heic'],
])('refused: %s', async (_, bytes, name, code) => {
  await expect(contentIn(bytes, name)).rejects.toMatchObject({ code })
})

test('names lose folders and unseen characters, never their extension', () => {
  expect(readableName('../../etc/passwd')).toBe('passwd')
  expect(readableName('C:\\Users\\Inès\\Mon  CV.pdf')).toBe('Mon CV.pdf')
  expect(readableName('facture\u202Efdp.exe')).toBe('facturefdp.exe')
  expect(readableName('a\u0000\r\nb.txt')).toBe('ab.txt')
  expect(readableName('..')).toBe('fichier')
  expect(readableName('/')).toBe('fichier')
  expect(readableName(`${'é'.repeat(400)}.pdf`)).toHaveLength(150)
  expect(readableName(`${'é'.repeat(400)}.pdf`)).toMatch(/é\.pdf$/)
})
