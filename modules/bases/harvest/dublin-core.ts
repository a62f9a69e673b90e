import { plainText } from '../reading/markdown.ts'
import { fr as labels } from '../web/fr.ts'
import { urls } from '../web/routes.ts'
import { configured } from './configuration.ts'
import type { OpenResource } from './records.ts'
import { xml, type Xml } from './xml.ts'

/** Where each licence is written; none for resources whose authors keep their rights. */
export const LICENCES: Readonly<Record<string, string | undefined>> = {
  etalab_2_0: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/', cc_by_sa_4_0: 'https://creativecommons.org/licenses/by-sa/4.0/',
  cc_by_nc_sa_4_0: 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
}

const named = (names: Readonly<Record<string, string>>, keys: readonly string[]) => keys.map((key) => names[key] ?? key)

/** A resource in simple Dublin Core (ISO 15836-1), as every harvester reads it (OAI-PMH 2.0 §2.5). */
export const dublinCore = (resource: OpenResource): Xml => {
  const { slug, title, description, themes, support_types, audiences, licence, published_at, base_title, author_name } = resource
  const { origin, name } = configured()
  const element = (tag: string, values: readonly (string | null | undefined)[]) => values.filter((value) => value)
    .map((value) => xml`<${open(tag)}>${value!}</${open(tag)}>`)
  const open = (tag: string) => xml`dc:${tag}`
  return xml`<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
${[
    ...element('title', [title]), ...element('creator', [author_name, base_title]), ...element('subject', named(labels.themes, themes)),
    ...element('description', [plainText(description), ...named(labels.audiences, audiences)]), ...element('publisher', [base_title ?? name]),
    ...element('date', [published_at.slice(0, 10)]), ...element('type', ['Text', ...named(labels.supportTypes, support_types)]),
    ...element('format', ['text/html']), ...element('identifier', [origin + urls.resource(slug)]), ...element('language', ['fr']),
    ...element('rights', [named(labels.licences, [licence])[0], LICENCES[licence]]),
  ]}</oai_dc:dc>`
}
