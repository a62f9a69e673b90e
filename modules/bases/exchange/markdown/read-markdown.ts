import MarkdownIt from 'markdown-it'
import { v7 } from '#kernel/id.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import type { NewContent } from '../../draft/draft.ts'
import { address, limits } from '../../limits.ts'
import { plainText } from '../../reading/markdown.ts'
import { importedState, type ImportedState } from '../shapes.ts'

const parser = new MarkdownIt('commonmark').enable('table')

interface Block { kind: 'h1' | 'h2' | 'paragraph' | 'other'; raw: string; words: string }

/** `title` and `description`, one line each, at the head of the file; other lines of the head are passed over. */
const HEAD = /^---\n([\s\S]*?)\n---(?:\n|$)/
const headOf = (file: string) => {
  const head = HEAD.exec(file)
  const said = Object.fromEntries((head?.[1] ?? '').split('\n').flatMap((line) => {
    const [, name, value] = /^(title|description):\s*(.*)$/.exec(line) ?? []
    return name && value ? [[name, value.replace(/^(["'])(.*)\1$/, '$2')]] : []
  })) as { title?: string; description?: string }
  return { said, body: head ? file.slice(head[0].length) : file }
}

/** Blocks of the document in their order, and the definitions of its links, which no block holds. */
const blocksOf = (body: string) => {
  const lines = body.split('\n')
  const taken = new Set<number>()
  const blocks = parser.parse(body, {}).flatMap((token, place, all): Block[] => {
    if (token.level !== 0 || !token.map || token.nesting < 0) return []
    const [start, end] = token.map
    for (let line = start; line < end; line++) taken.add(line)
    const kind = token.type === 'heading_open' && (token.tag === 'h1' || token.tag === 'h2') ? token.tag
      : token.type === 'paragraph_open' ? 'paragraph' : 'other'
    return [{ kind, raw: lines.slice(start, end).join('\n').trimEnd(), words: all[place + 1]?.content ?? '' }]
  })
  return { blocks, definitions: lines.filter((line, place) => !taken.has(place) && line.trim() !== '') }
}

const nothing = { title: null, text: null, url: null, caption: null, alt: null, fileId: null, linkedResourceId: null }
const content = (type: NewContent['type'], fields: Partial<NewContent>): NewContent => ({ ...nothing, ...fields, id: v7(), type })

const LONE_LINK = /^(?:<(https?:\/\/[^\s<>]+)>|(https?:\/\/\S+)|(!?)\[([^\]]*)\]\(<?(https?:\/\/[^\s<>()]+)>?\))$/
/** A paragraph that is a link and nothing else; a picture of elsewhere is a link too: its page keeps it. */
const linkOf = ({ kind, raw }: Block): NewContent | undefined => {
  const [, bare, plain, , label, url] = kind === 'paragraph' ? LONE_LINK.exec(raw) ?? [] : []
  const found = address.safeParse(bare ?? plain ?? url)
  return found.success ? content('link', { url: found.data, caption: plainText(label ?? '').slice(0, limits.caption) || null }) : undefined
}

/** Texts of whole blocks, none longer than a content may be. */
const textsOf = (blocks: readonly string[], definitions: readonly string[]): NewContent[] => {
  const texts: string[] = []
  for (const block of blocks) {
    const longer = `${texts.at(-1) ?? ''}\n\n${block}`
    if (texts.length > 0 && longer.length <= limits.text / 2) texts[texts.length - 1] = longer
    else texts.push(block)
  }
  const used = (text: string) => definitions.length > 0 && text.includes('[') ? `${text}\n\n${definitions.join('\n')}` : text
  return texts.map((text) => content('text', { text: used(text) }))
}

const contentsOf = (blocks: readonly Block[], definitions: readonly string[]): NewContent[] => {
  const contents: NewContent[] = []
  let waiting: string[] = []
  const flush = () => {
    contents.push(...textsOf(waiting, definitions))
    waiting = []
  }
  for (const block of blocks) {
    const title = block.kind === 'h2' ? plainText(block.words) : ''
    const apart = title !== '' && title.length <= limits.contentTitle ? content('section_title', { title }) : linkOf(block)
    if (apart) {
      flush()
      contents.push(apart)
    } else waiting.push(block.raw)
  }
  flush()
  return contents
}

/**
 * A Markdown document of elsewhere (CommonMark, tables) as the words of a resource: its first title is the title, a short paragraph below
 * it the description; titles of the second level become parts; a paragraph that is only a link, a link; the rest, texts as they were.
 * @throws Refusal `bases.text-untitled`; z.ZodError for what breaks the limits.
 */
export const readMarkdown = (file: string): ImportedState => {
  const { said, body } = headOf(file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'))
  const { blocks, definitions } = blocksOf(body)
  const first = blocks[0]?.kind === 'h1' ? blocks.shift() : undefined
  const title = said.title ?? plainText(first?.words ?? '')
  if (title === '') throw new Refusal('bases.text-untitled', {}, 422)
  const [lead] = blocks
  const leads = said.description === undefined && lead?.kind === 'paragraph' && !linkOf(lead) && lead.raw.length <= limits.description
  if (leads) blocks.shift()
  return importedState.parse({
    heading: { title, description: said.description ?? (leads ? lead.raw : '') }, image: { fileId: null, alt: '' }, licence: 'no_licence',
    publicFeedback: true, indexation: { themes: [], supportTypes: [], audiences: [] }, contents: contentsOf(blocks, definitions),
  })
}
