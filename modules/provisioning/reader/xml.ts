import sax from 'sax'
import { Unreadable } from './row.ts'

/** An element of a list and those in it; its text is without the spaces around. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
  readonly line: number
}

/** What one record may hold: beyond, the file is no list. In characters and elements together, and in levels. */
const LONGEST = 262_144
const DEEPEST = 12

/**
 * Elements of these names, wherever they stand, each whole: the rest of the file is never in memory. A DTD is not looked for, and no entity but the
 * five of XML means anything (XML 1.0 §4.6), so nothing is fetched and nothing swells.
 * @throws Unreadable `xml` with the line.
 */
export async function* elementsOf(pieces: AsyncIterable<string>, wanted: ReadonlySet<string>): AsyncGenerator<Element> {
  const parser = sax.parser(true, { strictEntities: true })
  const open: Element[] = []
  let found: Element[] = []
  let size = 0
  let isWrong = false
  const grow = (by: number) => {
    size += by
    if (size > LONGEST || open.length > DEEPEST) isWrong = true
  }
  const say = (text: string) => {
    const inner = open.at(-1)
    if (!inner) return
    grow(text.length)
    inner.text += text
  }
  parser.onopentag = ({ name, attributes }) => {
    if (open.length === 0 && !wanted.has(name)) return
    if (open.length === 0) size = 0
    const element: Element = { name, attributes, children: [], text: '', line: parser.line + 1 }
    open.at(-1)?.children.push(element)
    open.push(element)
    grow(name.length)
  }
  parser.onclosetag = () => {
    const closed = open.pop()
    if (!closed) return
    closed.text = closed.text.trim()
    if (open.length === 0) found.push(closed)
  }
  parser.ontext = say
  parser.oncdata = say
  parser.onerror = () => { isWrong = true }
  const check = () => { if (isWrong) throw new Unreadable('xml', parser.line + 1) }
  for await (const piece of pieces) {
    parser.write(piece)
    check()
    const ready = found
    found = []
    yield* ready
  }
  parser.close()
  check()
  yield* found
}

export const childrenOf = (one: Element | undefined, name: string): Element[] => one?.children.filter((child) => child.name === name) ?? []
export const childOf = (one: Element | undefined, name: string): Element | undefined => one?.children.find((child) => child.name === name)
/** Several values in one cell, as SupAnn exports write them. */
export const cellOf = (values: readonly string[]): string => values.map((value) => value.replaceAll('|', '/')).filter(Boolean).join('|')
