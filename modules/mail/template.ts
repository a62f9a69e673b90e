import type { Site } from './configuration.ts'
import { fr } from './fr.ts'
import { letter } from './letter.gen.ts'

export interface Content {
  title: string
  paragraphs: readonly string[]
  /** One button; its address is written out below it for those who copy. */
  action?: { label: string; href: string }
  site: Site
}

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => escaped[sign] ?? sign)

/** The same letter as HTML and as text: no image, nothing fetched from afar, light and dark. Texts are plain: they are escaped here. */
export const compose = ({ title, paragraphs, action, site }: Content): { html: string; text: string } => {
  const slots: Record<string, string> = {
    title: escape(title), preview: escape(paragraphs[0] ?? ''), site: escape(site.name), foot: escape(fr.foot(site.name, site.origin)),
    paragraphs: paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join(''),
    href: escape(action?.href ?? ''), label: escape(action?.label ?? ''), instead: escape(fr.instead),
  }
  const whole = action ? letter : letter.replace(/<!-- action -->[^]*<!-- \/action -->/, '')
  return {
    html: whole.replace(/\{\{(\w+)\}\}/g, (_, name: string) => slots[name] ?? ''),
    text: [
      title, ...paragraphs, ...action ? [`${action.label} :\n${action.href}`] : [], `-- \n${fr.foot(site.name, site.origin)}`,
    ].join('\n\n'),
  }
}
