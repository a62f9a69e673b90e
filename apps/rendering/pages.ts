import { transcode } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { createElement, type ReactNode } from 'react'
import { KeepContext, type Keep } from '#design/Kept.tsx'

/** Kept parts of a process, and as many of before. */
const MOST = 500

/** Where a part goes in a page: nobody who writes a text can guess it. */
const BEGIN = `<!--${randomUUID()}:`
const MARK = new RegExp(`${BEGIN}(\\d+)-->`)

const desk = Buffer.allocUnsafeSlow(2_097_152)
/** By UTF-16: V8 takes five times as long to write UTF-8 itself, once a text holds a character like ’. */
const bytesOf = (text: string): Buffer => {
  if (text.length * 2 > desk.length) return Buffer.from(text)
  const written = desk.subarray(0, desk.write(text, 'utf16le'))
  try {
    return transcode(written, 'utf16le', 'utf8')
  } catch {
    // Half of a character somewhere, which only this way replaces. To look for one in each page costs a tenth of writing it.
    return Buffer.from(text)
  }
}

/**
 * Renders pages, whole, as bytes. What `Kept` tells apart is rendered once for its key and lies ready as bytes: while it renders, the page holds
 * marks in its place, so that its text is half as long (a text of more than 64,000 characters is given pages of memory of its own each time).
 * @param render React's own: of pages that the browser takes over, or not.
 * @returns a function that renders one page; `put` gives the mark of a text that this page alone holds.
 */
export const createPages = (render: (content: ReactNode) => string) => {
  /** What was met since so many others were, and what was met before them: what is met often stays, and rare addresses drive out no page's foot. */
  let [recent, earlier] = [new Map<string, Buffer>(), new Map<string, Buffer>()]

  const kept = (key: string, content: () => ReactNode): Buffer => {
    const known = recent.get(key)
    if (known !== undefined) return known
    const part = earlier.get(key) ?? bytesOf(render(content()))
    if (recent.size >= MOST) [recent, earlier] = [new Map(), recent]
    recent.set(key, part)
    return part
  }

  return (content: (put: (text: string) => string) => ReactNode): Buffer => {
    const parts: Buffer[] = []
    const mark = (part: Buffer) => `${BEGIN}${parts.push(part) - 1}-->`
    const keep: Keep = (key, inside) => mark(kept(key, inside))
    const html = render(createElement(KeepContext, { value: keep }, content((text) => mark(bytesOf(text)))))
    return Buffer.concat(`<!DOCTYPE html>${html}`.split(MARK).map((piece, at) => at % 2 ? parts[Number(piece)]! : bytesOf(piece)))
  }
}
