const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }
/** Characters that XML 1.0 §2.2 does not allow, not even escaped: people paste them. */
// oxlint-disable-next-line no-control-regex -- they are what it removes
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A piece of XML, ready to stand in another. */
export class Xml { readonly text: string; constructor(text: string) { this.text = text } }

type Value = string | number | Xml | readonly Xml[] | undefined

const written = (value: Value): string => {
  if (value === undefined) return ''
  if (value instanceof Xml) return value.text
  if (typeof value === 'object') return value.map(({ text }) => text).join('')
  return String(value).replaceAll(FORBIDDEN, '').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}

/** XML whose values are escaped: xml`<title>${title}</title>`. A list is written end to end, nothing for `undefined`. */
export const xml = (parts: TemplateStringsArray, ...values: Value[]): Xml =>
  new Xml(parts.reduce((text, part, index) => text + written(values[index - 1]) + part))

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`
