import { z } from 'zod'
import { LICENCES } from '../harvest/dublin-core.ts'
import { importedContent, importedState, type ImportedState } from './shapes.ts'
import type { DraftState, NewContent } from '../draft/draft.ts'

/** Where the parts of a resource begin: an HTML comment, which Markdown shows nowhere, with all that is not its text. */
const RESOURCE = '<!-- sillage:resource '
const CONTENT = '<!-- sillage:content '
const END = ' -->'
/** A line of a text that looks like ours, and one that was made safe from it. */
const OURS = /^(\\*<!-- sillage:)/gm
const MADE_SAFE = /^\\(\\*<!-- sillage:)/gm

/** Whether a file is one of ours, and not any Markdown. */
export const isOurs = (file: string): boolean => file.replace(/^\uFEFF/, '').startsWith(RESOURCE)

/** JSON that ends no comment. */
const comment = (start: string, value: unknown) => `${start}${JSON.stringify(value).replaceAll('>', '\\u003e')}${END}`
const plain = (text: string) => text.replaceAll(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`)

/** What a reader of the file sees of a content that is not a text; not read back. */
const shown = ({ type, title, url, caption, alt, fileId, linkedResourceId }: NewContent, addresses: ReadonlyMap<string, string>): string => {
  const file = `<${addresses.get(fileId ?? '') ?? ''}>`
  const words = {
    section_title: `## ${plain(title ?? '')}`, image: `![${plain(alt ?? '')}](${file})`,
      file: `[${plain(title ?? caption ?? '')}](${file})`,
    link: `<${url ?? ''}>`, linked_resource: `[${plain(caption ?? '')}](<${linkedResourceId ?? ''}.md>)`, text: '',
  }
  return words[type]
}

/**
 * A state of a resource as one Markdown file that loses nothing. @param addresses of files as the file shows them, by identifier.
 * @see readText, which gives the same state again
 */
export const writeText = ({ contents, ...about }: DraftState, addresses: ReadonlyMap<string, string>): string => {
  const { title, description } = about.heading
  const parts = contents.map(({ text, ...fields }) => {
    const body = text === null ? shown({ text, ...fields }, addresses) : text.replaceAll(OURS, '\\$1')
    return `${comment(CONTENT, { ...fields, hasText: text !== null })}\n${body}\n`
  })
  const licence = LICENCES[about.licence]
  const heading = `# ${plain(title)}\n\n${description.replaceAll(OURS, '\\$1')}\n\n`
  return `${comment(RESOURCE, about)}\n${heading}${licence ? `<${licence}>\n\n` : ''}${parts.join('\n')}`
}

const fieldsOf = (line: string, start: string): Record<string, unknown> => z.record(z.string(), z.unknown())
  .parse(JSON.parse(line.replace(/\r$/, '').slice(start.length, -END.length)))

/**
 * The state that a file of ours holds, checked. Titles and links below a comment are for the reader's eyes: what counts is the comment, and
 * the text of texts. @throws z.ZodError for what breaks the limits, SyntaxError for a comment that is no JSON.
 */
export const readText = (file: string): ImportedState => {
  const [head = '', ...parts] = file.replace(/^\uFEFF/, '').split(/^(?=<!-- sillage:content )/m)
  const [first = ''] = head.split('\n', 1)
  if (!first.startsWith(RESOURCE)) throw new SyntaxError('The file does not begin with the comment of a resource.')
  const contents = parts.map((part, index) => {
    const line = part.slice(0, part.indexOf('\n') === -1 ? undefined : part.indexOf('\n'))
    const { hasText, ...fields } = fieldsOf(line, CONTENT)
    // One line feed ends the text; another stands between two parts.
    const text = part.slice(line.length + 1).replace(index === parts.length - 1 ? /\n$/ : /\n\n$/, '')
    return importedContent.parse({ ...fields, text: hasText ? text.replaceAll(MADE_SAFE, '$1') : null })
  })
  return importedState.parse({ ...fieldsOf(first, RESOURCE), contents })
}
