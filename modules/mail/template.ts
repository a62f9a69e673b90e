import type { Site } from './configuration.ts'
import { fr } from './fr.ts'
import { letter } from './letter.gen.ts'

interface Way { label: string; href: string }

export interface Content {
  title: string
  paragraphs: readonly string[]
  /** Several things told in one mail, each with where it leads. */
  lines?: readonly { title: string; body?: string | undefined; href?: string | undefined }[]
  /** One button; its address is written out below it for those who copy. */
  action?: Way
  /** An answer to it is read: `send` says where it goes. */
  canReply?: boolean
  /** Links at the foot: to choose what comes by mail, to stop it. */
  ways?: readonly Way[]
  site: Site
}

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => escaped[sign] ?? sign)

/** French puts a no-break space before a high sign and inside quotation marks: no line begins with one. */
export const typeset = (text: string) => text.replace(/ (?=[:;!?](?:\s|$))| (?=»)|(?<=«) /g, '\u00a0')

const words = (text: string) => escape(typeset(text))
const link = ({ label, href }: Way) => `<a href="${escape(href)}" style="color: #0b5c63;">${words(label)}</a>`

const lineOf = ({ title, body, href }: NonNullable<Content['lines']>[number]) =>
  `<p>${href ? link({ label: title, href }) : words(title)}${body ? `<br />${words(body)}` : ''}</p>`

/** The same letter as HTML and as text: no image, nothing fetched from afar, light and dark. Texts are plain: they are escaped here. */
export const compose = ({ title, paragraphs, lines = [], action, ways = [], canReply = false, site }: Content): { html: string; text: string } => {
  const foot = (canReply ? fr.footAnswered : fr.foot)(site.name, site.origin)
  const slots: Record<string, string> = {
    title: words(title), preview: words(paragraphs[0] ?? lines[0]?.title ?? ''), site: words(site.name),
    foot: [words(foot), ...ways.map(link)].join('<br />'),
    paragraphs: [...paragraphs.map((paragraph) => `<p>${words(paragraph)}</p>`), ...lines.map(lineOf)].join(''),
    href: escape(action?.href ?? ''), label: words(action?.label ?? ''), instead: words(fr.instead),
  }
  const whole = action ? letter : letter.replace(/<!-- action -->[^]*<!-- \/action -->/, '')
  return {
    html: whole.replace(/\{\{(\w+)\}\}/g, (_, name: string) => slots[name] ?? ''),
    text: [
      typeset(title), ...paragraphs.map(typeset),
      ...lines.map(({ title: one, body, href }) => [`• ${typeset(one)}`, ...body ? [typeset(body)] : [], ...href ? [href] : []].join('\n  ')),
      ...action ? [`${typeset(action.label)} :\n${action.href}`] : [],
      [`-- \n${typeset(foot)}`, ...ways.map(({ label, href }) => `${typeset(label)}\u00a0:\n${href}`)].join('\n'),
    ].join('\n\n'),
  }
}
