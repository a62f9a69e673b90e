import { fr } from '../../web/print.fr.ts'
import { blocksOf, type Block, type Run } from './blocks.ts'
import { writeTable } from './table.ts'

type Structure = PDFKit.PDFStructureElement

/** Letters that stand in the second file of the font, as in Łódź. */
const FURTHER = /([\u0100-\u0130\u0132-\u0151\u0154-\u024F]+)/

/** In points: A4 holds 481 of them between two margins of 57. */
export const [MARGIN, WIDTH, INDENT, TALLEST] = [57, 481, 20, 380]
/** A title stands with some lines of what it opens, on one page. */
const KEPT = 80
const SIZES: Readonly<Record<number, number>> = { 1: 22, 2: 16, 3: 13, 4: 12 }
const BODY = 11
const INK = '#161616'
const LINK = '#000091'

/** The font has neither narrow no-break space nor no-break hyphen: others keep the words as readable. */
const printable = (text: string) => text.replaceAll('\u202F', '\u00A0').replaceAll('\u2011', '-')
const inFonts = (runs: readonly Run[]) => runs.flatMap((run) =>
  printable(run.text).split(FURTHER).filter(Boolean).map((text) => ({ ...run, text, further: FURTHER.test(text) })))
type Piece = ReturnType<typeof inFonts>[number]

/** A picture as PDF knows them: its bytes in JPEG, its size in pixels. */
export interface Drawn { bytes: Buffer; width: number; height: number }

/** Writes the parts of one document, in order, each with its tag. */
export const writer = (doc: PDFKit.PDFDocument, root: Structure) => {
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
  const bottom = doc.page.height - MARGIN
  const heading = (level: number, text: string) => {
    const words = runs([{ text, bold: true, code: false }], MARGIN, WIDTH, SIZES[level] ?? BODY)
    const start = () => {
      if (doc.y > bottom - KEPT) doc.addPage()
      else if (doc.y > MARGIN) doc.moveDown(0.5)
    }
    root.add(doc.struct(`H${Math.min(level, 6)}`, {}, [start, ...words, () => { doc.moveDown(0.4) }]))
  }
  const paragraph = (list: readonly Run[], indent = 0) => {
    root.add(doc.struct('P', {}, [...runs(list, MARGIN + indent, WIDTH - indent), () => { doc.moveDown(0.6) }]))
  }
  const heightOf = (text: string, width: number, bold = false) => style(BODY, bold).heightOfString(printable(text), { width })
  /** Words apart from the others: a quotation has a line beside it, a code its ground. What is longer than a page has neither. */
  const apart = (tag: 'BlockQuote' | 'Code', list: readonly Run[], indent: number) => {
    const x = MARGIN + indent
    const width = WIDTH - indent - 2 * INDENT
    const text = list.map((one) => one.text).join('').trimEnd()
    const high = heightOf(text, width)
    if (doc.y + high > bottom && high < bottom - MARGIN) doc.addPage()
    if (doc.y + high <= bottom) {
      doc.markContent('Artifact', { type: 'Layout' })
      if (tag === 'Code') doc.rect(x, doc.y - 3, WIDTH - indent, high + 6).fill('#f0f0f0')
      else doc.moveTo(x + 4, doc.y - 2).lineTo(x + 4, doc.y + high + 2).lineWidth(2).stroke('#929292')
      doc.endMarkedContent()
    }
    const own = tag === 'Code' ? [{ text, bold: false, code: true }] : list
    root.add(doc.struct(tag === 'Code' ? 'P' : tag, {}, [...runs(own, x + INDENT, width), () => { doc.moveDown(0.8) }]))
  }
  const words = (text: string) => paragraph([{ text, bold: false, code: false }])
  const items = (blocks: readonly Block[]) => {
    const list = doc.struct('L')
    for (const { label, level, runs: own } of blocks) {
      const indent = INDENT * level
      let top = 0
      const mark = doc.struct('Lbl', {}, () => {
        // The words stand beside their mark, on the page where they begin.
        if (doc.y + heightOf(label, WIDTH) > bottom) doc.addPage()
        top = doc.y
        style(BODY, false).text(label, MARGIN + indent - INDENT, undefined, { width: INDENT, lineBreak: false })
      })
      const body = doc.struct('LBody', {}, [() => { doc.y = top }, ...runs(own, MARGIN + indent, WIDTH - indent),
        () => { doc.moveDown(0.3) }])
      list.add(doc.struct('LI', {}, [mark, body]))
    }
    root.add(list)
  }
  const blocks = (html: string) => {
    const all = blocksOf(html)
    for (let at = 0; at < all.length; at++) {
      const block = all[at]!
      const end = all.findIndex((other, index) => index > at && other.kind !== block.kind)
      const last = end === -1 ? all.length : end
      if (block.kind === 'heading') heading(block.level, block.runs.map(({ text }) => text).join(''))
      else if (block.kind === 'paragraph') paragraph(block.runs, INDENT * block.level)
      else if (block.kind === 'quote') apart('BlockQuote', block.runs, INDENT * block.level)
      else if (block.kind === 'code') apart('Code', block.runs, INDENT * block.level)
      else {
        if (block.kind === 'item') {
          items(all.slice(at, last))
          doc.moveDown(0.3)
        } else writeTable({ doc, root, rows: all.slice(at, last), x: MARGIN, width: WIDTH, heightOf, runs, bottom })
        at = last - 1
      }
    }
  }
  /** @param alt none for a picture that only decorates: it is no part of what is read. */
  const figure = ({ bytes, width, height }: Drawn, alt: string | null) => {
    const draw = () => {
      const scale = Math.min(WIDTH / width, TALLEST / height, 1)
      if (doc.y + height * scale > bottom) doc.addPage()
      const top = doc.y
      doc.image(bytes, MARGIN, top, { width: width * scale })
      // Placed, a picture moves nothing by itself.
      doc.y = top + height * scale
      doc.moveDown(0.8)
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

export type Writer = ReturnType<typeof writer>

/** Of a title at the foot of a page. */
const LONGEST = 75

/** The title and the number of each page, which are no part of what is read. */
export const numberPages = (doc: PDFKit.PDFDocument, title: string) => {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    const y = doc.page.height - 36
    inFonts([{ text: title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title, bold: false, code: false }]).forEach(({ text,
      further }, index, all) => {
      doc.font(further ? 'plain-further' : 'plain').fontSize(9).fillColor('#666666')
      const options = { lineBreak: false, continued: index < all.length - 1 }
      if (index === 0) doc.text(text, MARGIN, y, options)
      else doc.text(text, options)
    })
    doc.font('plain').text(fr.page(page - start + 1, count), MARGIN + WIDTH - 80, y, { width: 80, align: 'right', lineBreak: false })
    doc.endMarkedContent()
  }
}
