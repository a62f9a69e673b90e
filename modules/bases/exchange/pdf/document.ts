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
import { blocksOf, type Block, type Run } from './blocks.ts'

export type Shown = Exclude<Output<typeof showResource>, { movedTo: string }>
type Content = Shown['contents'][number]
type Structure = PDFKit.PDFStructureElement

const font = (letters: 'latin' | 'latin-ext', weight: 400 | 700) => createRequire(import.meta.url)
  .resolve(`@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${letters}-${weight}-normal.woff`)
/** Letters that stand in the second file of the font, as in Łódź. */
const FURTHER = /([\u0100-\u0130\u0132-\u0151\u0154-\u024F]+)/

/** In points: A4 holds 481 of them between two margins of 57. */
const [MARGIN, WIDTH, INDENT, TALLEST] = [57, 481, 16, 420]
const SIZES: Readonly<Record<number, number>> = { 1: 22, 2: 16, 3: 13, 4: 12 }
const BODY = 11
const INK = '#161616'
const LINK = '#000091'

/** The font has neither narrow no-break space nor no-break hyphen: others keep the words as readable. */
const printable = (text: string) => text.replaceAll('\u202F', '\u00A0').replaceAll('\u2011', '-')
const inFonts = (runs: readonly Run[]) => runs.flatMap((run) =>
  printable(run.text).split(FURTHER).filter(Boolean).map((text) => ({ ...run, text, further: FURTHER.test(text) })))
type Piece = ReturnType<typeof inFonts>[number]

interface Drawn { bytes: Buffer; width: number; height: number }

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

/** Writes the parts of one document, in order, each with its tag. */
const writer = (doc: PDFKit.PDFDocument, root: Structure) => {
  const style = (size: number, bold: boolean, further = false) =>
    doc.font(`${bold ? 'bold' : 'plain'}${further ? '-further' : ''}`).fontSize(size).fillColor(INK)
  /** A word that leads somewhere is a link for who listens too. */
  const piece = ({ text, bold, href, further }: Piece, size: number, x: number | undefined, width: number, last: boolean) => () => {
    const options = { width, continued: !last, link: href ?? null, underline: Boolean(href) }
    style(size, bold, further).fillColor(href ? LINK : INK)
    if (x === undefined) doc.text(text, options)
    else doc.text(text, x, undefined, options)
  }
  const runs = (list: readonly Run[], x: number, width: number, size = BODY) => {
    const pieces = inFonts(list)
    return pieces.map((one, index) => {
      const write = piece(one, size, index === 0 ? x : undefined, width, index === pieces.length - 1)
      return one.href ? doc.struct('Link', {}, write) : write
    })
  }
  const heading = (level: number, text: string) => {
    const words = runs([{ text, bold: true, code: false }], MARGIN, WIDTH, SIZES[level] ?? BODY)
    root.add(doc.struct(`H${Math.min(level, 6)}`, {}, [...words, () => { doc.moveDown(0.4) }]))
  }
  const paragraph = (list: readonly Run[], indent = 0) => {
    root.add(doc.struct('P', {}, [...runs(list, MARGIN + indent, WIDTH - indent), () => { doc.moveDown(0.6) }]))
  }
  const words = (text: string) => paragraph([{ text, bold: false, code: false }])
  const items = (blocks: readonly Block[]) => {
    const list = doc.struct('L')
    for (const { label, level, runs: own } of blocks) {
      const indent = INDENT * level
      const mark = doc.struct('Lbl', {}, () => {
        style(BODY, false).text(label, MARGIN + indent - INDENT, undefined, { width: INDENT, lineBreak: false })
      })
      const body = doc.struct('LBody', {}, [...runs(own, MARGIN + indent, WIDTH - indent), () => { doc.moveDown(0.3) }])
      list.add(doc.struct('LI', {}, [mark, body]))
    }
    root.add(list)
  }
  const blocks = (html: string) => {
    const all = blocksOf(html)
    for (let at = 0; at < all.length; at++) {
      const block = all[at]!
      const end = all.findIndex((other, index) => index > at && other.kind !== 'item')
      if (block.kind === 'heading') heading(block.level, block.runs.map(({ text }) => text).join(''))
      else if (block.kind === 'paragraph') paragraph(block.runs, INDENT * block.level)
      else {
        const last = end === -1 ? all.length : end
        items(all.slice(at, last))
        at = last - 1
      }
    }
  }
  /** @param alt none for a picture that only decorates: it is no part of what is read. */
  const figure = ({ bytes, width, height }: Drawn, alt: string | null) => {
    const draw = () => {
      const scale = Math.min(WIDTH / width, TALLEST / height, 1)
      if (doc.y + height * scale > doc.page.height - MARGIN) doc.addPage()
      doc.image(bytes, MARGIN, doc.y, { width: width * scale }).moveDown(0.6)
    }
    if (alt) root.add(doc.struct('Figure', { alt }, draw))
    else {
      doc.markContent('Artifact', { type: 'Layout' })
      draw()
      doc.endMarkedContent()
    }
  }
  return { heading, paragraph, words, blocks, figure }
}
type Writer = ReturnType<typeof writer>

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
  doc.end()
  await ended
  return Buffer.concat(pieces)
}
