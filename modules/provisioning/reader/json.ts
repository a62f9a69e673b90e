import { Unreadable, type Row } from './row.ts'

/** An object longer than this is a brace that was never closed. In characters. */
const LONGEST = 65_536

interface Found { line: number; text: string }

/**
 * Objects of an array, alone or under a name (`{ "users": […] }`), or one a line (NDJSON), each as its own text: the file is never whole in
 * memory. An object that holds an array of objects stands for what is in it.
 */
async function* objectsOf(pieces: AsyncIterable<string>): AsyncGenerator<Found> {
  let [inText, escaped, line, begun] = [false, false, 1, 1]
  /** Opened so far. */
  const open: ('{' | '[')[] = []
  let text = ''
  let current = -1
  for await (const piece of pieces) {
    let from = 0
    for (let at = 0; at < piece.length; at++) {
      const char = piece[at]!
      if (char === '\n') line++
      if (inText) {
        if (escaped) escaped = false
        else if (char === '\\') escaped = true
        else if (char === '"') inText = false
      } else if (char === '"') inText = true
      else if (char === '{') {
        // An object in an array of the outermost object: that one was only around the list.
        if (current === 0 && open.length === 2 && open[1] === '[') current = -1
        if (current < 0) {
          current = open.length
          text = ''
          from = at
          begun = line
        }
        open.push('{')
      } else if (char === '[') open.push('[')
      else if (char === '}' || char === ']') {
        if (open.pop() === undefined) throw new Unreadable('json', line)
        if (open.length === current && char === '}') {
          yield { line: begun, text: text + piece.slice(from, at + 1) }
          current = -1
          text = ''
        }
      }
    }
    if (current >= 0) text += piece.slice(from)
    if (text.length > LONGEST) throw new Unreadable('json', begun)
  }
  if (open.length || inText) throw new Unreadable('json', line)
}

const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  // Several values of one attribute are written as SupAnn exports write them.
  if (Array.isArray(value)) return value.map(cellOf).filter(Boolean).join('|')
  return typeof value === 'string' ? value.trim() : JSON.stringify(value)
}

/** Rows of JSON: the first has the names of the first object's fields, as the heading of a CSV has. @throws Unreadable */
export async function* jsonRows(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  let names: string[] | undefined
  for await (const { line, text } of objectsOf(pieces)) {
    let fields: Record<string, unknown>
    try {
      fields = JSON.parse(text) as Record<string, unknown>
    } catch {
      throw new Unreadable('json', line)
    }
    if (!names) {
      names = Object.keys(fields)
      yield { line, cells: [...names] }
    }
    // Names that come later than the first object are added at the end; the heading has said its own.
    for (const name of Object.keys(fields)) if (!names.includes(name)) names.push(name)
    yield { line, cells: names.map((name) => cellOf(fields[name])) }
  }
}
