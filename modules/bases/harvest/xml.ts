const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }
/** Code points that XML 1.0 §2.2 does not allow, not even escaped: people paste them. Halves of pairs are made whole before. */
const isAllowed = (point: number) => point >= 0x20 ? point !== 0xfffe && point !== 0xffff : point === 0x09 || point === 0x0a || point === 0x0d
const allowed = (text: string) => Array.from(text.toWellFormed()).filter((sign) => isAllowed(sign.codePointAt(0)!)).join('')

/** A piece of XML, ready to stand in another. */
export class Xml { readonly text: string; constructor(text: string) { this.text = text } }

type Value = string | number | Xml | readonly Xml[] | undefined

const written = (value: Value): string => {
  if (value === undefined) return ''
  if (value instanceof Xml) return value.text
  if (typeof value === 'object') return value.map(({ text }) => text).join('')
  return allowed(String(value)).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}

/** XML whose values are escaped: xml`<title>${title}</title>`. A list is written end to end, nothing for `undefined`. */
export const xml = (parts: TemplateStringsArray, ...values: Value[]): Xml =>
  new Xml(parts.reduce((text, part, index) => text + written(values[index - 1]) + part))

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`
