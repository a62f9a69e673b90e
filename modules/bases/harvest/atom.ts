import { configured } from './configuration.ts'
import { renderMarkdown } from '../reading/markdown.ts'
import { fr as labels } from '../web/fr.ts'
import { urls } from '../web/routes.ts'
import { xml, xmlDocument } from './xml.ts'
import type { OpenResource } from './records.ts'

export interface Feed { id: string; title: string; subtitle: string; self: string; page: string; updated: string; entries: readonly OpenResource[] }

const entry = (resource: OpenResource) => {
  const { id, slug, title, description, themes, published_at, last_published_at, base_title, author_name } = resource
  const { origin, name } = configured()
  return xml`<entry><id>urn:uuid:${id}</id><title>${title}</title><link rel="alternate" type="text/html" href="${origin + urls.resource(slug)}"/>
<published>${published_at}</published><updated>${last_published_at}</updated><author><name>${base_title ?? author_name ?? name}</name></author>
${themes.map((theme) => xml`<category term="${theme}" label="${labels.themes[theme as keyof typeof labels.themes] ?? theme}"/>`)}
<summary type="html">${renderMarkdown(description)}</summary></entry>`
}

/** An Atom feed (RFC 4287): the latest first. An entry keeps its identifier through its publications. */
export const atom = ({ id, title, subtitle, self, page, updated, entries }: Feed): string => {
  const { origin, name } = configured()
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><id>${id}</id><title>${title}</title><subtitle>${subtitle}</subtitle>
<link rel="self" type="application/atom+xml" href="${origin + self}"/><link rel="alternate" type="text/html" href="${origin + page}"/>
<updated>${updated}</updated><author><name>${name}</name></author><generator>Sillage</generator>
${entries.map(entry)}</feed>`)
}
