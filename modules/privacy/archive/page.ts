import { columnNames, nameOfModule, nameOfTable, technical, valueNames } from '../web/names.fr.ts'
import { words } from '../web/archive.fr.ts'
import type { Table } from './tables.ts'

interface About {
  site: string
  name: string
  timeZone: string
  at: string
  /** What a command has done, in words, by its name. */
  sentences: Readonly<Record<string, string>>
  /** Where each file lies in the archive, by its identifier. */
  files: ReadonlyMap<string, string>
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign]!)

const CHOICES = /^(outcome|state|role|reason|kind|type)$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|\+00:00)$/
const inWords = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at))

const shown = (value: unknown, about: About): string => {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string' && INSTANT.test(value)) return escape(inWords(value, about.timeZone))
  if (typeof value === 'string') return escape(value).replaceAll('\n', '<br>')
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return shown(value.join(', '), about)
  return typeof value === 'number' ? String(value) : `<pre>${escape(JSON.stringify(value, null, 2))}</pre>`
}

const isEmpty = (value: unknown) => value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

/** Words of the program that people meet: what they did, in which state something is. */
const named = (column: string, value: unknown, about: About): string => {
  const words = typeof value !== 'string' ? undefined : column === 'operation' ? about.sentences[value]
    : CHOICES.test(column) ? valueNames[value] : undefined
  return words ? escape(words) : shown(value, about)
}

const fileLine = (row: Record<string, unknown>, { files }: About) => {
  const path = files.get(String(row['id']))
  return path ? `<p><a href="${escape(path.split('/').map(encodeURIComponent).join('/'))}">${words.open}</a></p>`
    : `<p class="none">${words.lost}</p>`
}

const rowOf = ({ name, columns }: Table, row: Record<string, unknown>, about: About): string => {
  const lines = columns.filter((column) => !technical.test(column.name) && !isEmpty(row[column.name]))
    .map((column) => `<dt>${escape(columnNames[column.name] ?? column.name)}</dt><dd>${named(column.name, row[column.name], about)}</dd>`)
  return `<li><dl>${lines.join('')}</dl>${name === 'files.file' ? fileLine(row, about) : ''}</li>`
}

const tableOf = (table: Table, about: About): string => `<h3>${escape(nameOfTable(table.name))}</h3>
${table.rows.length === 0 ? `<p class="none">${words.nothing}</p>` : `<p>${words.count(table.rows.length)}</p>
<ul>${table.rows.map((row) => rowOf(table, row, about)).join('\n')}</ul>`}`

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem}
ul{padding:0;list-style:none}nav ul{padding-left:1.2rem;list-style:disc}li{overflow-wrap:anywhere}
section>ul>li{border-left:3px solid #888;padding-left:1rem;margin:0 0 1.5rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;margin:0}dt{font-weight:600}dd{margin:0}.none{opacity:.75}
pre{white-space:pre-wrap;font-size:.85rem;margin:0}@media(max-width:36rem){dl{display:block}dd{margin-bottom:.6rem}}`

/** The page that a person opens alone, without a network: everything by module, in French, nothing fetched and no script. */
export const pageOf = (tables: readonly Table[], about: About): string => {
  // One's profile first; the trace, long, last.
  const place = ([name]: [string, unknown]) => ['identity', 'organisations'].indexOf(name) + 1 || (name === 'audit' ? 9 : 5)
  const modules = [...Map.groupBy(tables, ({ name }) => name.split('.')[0]!)].toSorted((one, other) => place(one) - place(other))
  const title = escape(words.title(about.site))
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${STYLE}</style></head>
<body><header><h1>${title}</h1><p>${escape(words.lead(about.name, inWords(about.at, about.timeZone)))}</p><p>${words.how}</p></header>
<nav aria-label="${words.contents}"><h2>${words.contents}</h2><ul>${modules.map(([name]) =>
  `<li><a href="#${name}">${escape(nameOfModule(name))}</a></li>`).join('')}</ul></nav>
<main>${modules.map(([name, all]) => `<section id="${name}"><h2>${escape(nameOfModule(name))}</h2>
${all.map((table) => tableOf(table, about)).join('\n')}</section>`).join('\n')}</main></body></html>
`
}
