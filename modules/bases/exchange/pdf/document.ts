import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { bytesOf } from '#modules/files/api.ts'
import type { Output } from '#kernel/operation/operation.ts'
import { configured } from '../../harvest/configuration.ts'
import type { showResource } from '../../operations/show-resource.ts'
import { spaced } from '../../typography.ts'
import { fr as labels } from '../../web/fr.ts'
import { fr as programs } from '../../web/harvest.fr.ts'
import { fr } from '../../web/print.fr.ts'
import { urls } from '../../web/routes.ts'
import type { Run } from './blocks.ts'
import { MARGIN, numberPages, writer, type Drawn, type Writer } from './writer.ts'

export type Shown = Exclude<Output<typeof showResource>, { movedTo: string }>
type Content = Shown['contents'][number]

const font = (letters: 'latin' | 'latin-ext', weight: 400 | 700) => createRequire(import.meta.url)
  .resolve(`@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${letters}-${weight}-normal.woff`)
/** A picture as PDF knows them, brought to what a page prints. @returns none when its bytes are gone. */
const pictureOf = async (fileId: string): Promise<Drawn | undefined> => {
  const found = await bytesOf(fileId)
  if (!found) return undefined
  const pieces: Buffer[] = []
  for await (const piece of found.stream as AsyncIterable<Buffer>) pieces.push(piece)
  const drawn = sharp(Buffer.concat(pieces)).resize({ width: 1400, withoutEnlargement: true }).flatten({ background: '#ffffff' })
  const { data: bytes, info: { width, height } } = await drawn.jpeg({ quality: 82 }).toBuffer({ resolveWithObject: true })
  return { bytes, width, height }
}

const link = (text: string, href: string): Run[] => [{ text, bold: false, code: false, href }]

const writeContent = async (to: Writer, { type, title, html, url, caption, alt, file, linked }: Content) => {
  const { origin } = configured()
  if (title) to.heading(type === 'section_title' ? 2 : 3, spaced(title))
  if (html) to.blocks(html)
  const picture = type === 'image' && file ? await pictureOf(file.id) : undefined
  if (picture) to.figure(picture, alt)
  if (type === 'file' && file) to.words(`${programs.file} : ${file.name}`)
  if (url) to.paragraph([{ text: `${caption ? spaced(caption) : programs.link} : `, bold: false, code: false }, ...link(url, url)])
  if (linked) to.paragraph([{ text: `${programs.linked} : `, bold: false, code: false },
    ...link(linked.title, origin + urls.resource(linked.slug))])
  if (caption && !url) to.words(spaced(caption))
}

/** What one may do with it, who wrote it, where it is. */
const writeFacts = (to: Writer, { authors, base, publishedAt, licence, slug }: Shown) => {
  const address = configured().origin + urls.resource(slug)
  const names = authors.flatMap(({ name }) => name ?? []).join(', ')
  to.heading(2, fr.about)
  if (names) to.words(`${fr.by} : ${names}`)
  if (base) to.words(`${fr.base} : ${base.title}`)
  to.words(`${fr.published} : ${new Date(publishedAt).toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' })}`)
  to.words(`${fr.licence} : ${labels.licences[licence]}. ${labels.licenceTerms[licence]}`)
  to.paragraph([{ text: `${fr.source} : `, bold: false, code: false }, ...link(address, address)])
}

/** A resource as a tagged PDF (ISO 32000-1 §14.8): its title, language and structure are said, its pictures have their alternatives. */
export const pdfOf = async (resource: Shown): Promise<Buffer> => {
  const { title, descriptionHtml, image, imageAlt, contents, authors } = resource
  const doc = new PDFDocument({
    size: 'A4', margin: MARGIN, pdfVersion: '1.7', tagged: true, lang: 'fr-FR', displayTitle: true, font: font('latin', 400),
      bufferPages: true,
    info: { Title: title, Author: authors.flatMap(({ name }) => name ?? []).join(', '), Creator: configured().name },
  })
  const pieces: Buffer[] = []
  doc.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise((resolve, reject) => doc.once('end', resolve).once('error', reject))
  for (const [name, weight] of [['plain', 400], ['bold', 700]] as const) {
    doc.registerFont(name, font('latin', weight)).registerFont(`${name}-further`, font('latin-ext', weight))
  }
  const root = doc.struct('Document')
  doc.addStructure(root)
  const to = writer(doc, root)
  to.heading(1, spaced(title))
  to.blocks(descriptionHtml)
  const cover = image ? await pictureOf(image.id) : undefined
  if (cover) to.figure(cover, imageAlt || null)
  for (const content of contents) await writeContent(to, content)
  writeFacts(to, resource)
  root.end()
  numberPages(doc, spaced(title))
  doc.end()
  await ended
  return Buffer.concat(pieces)
}
