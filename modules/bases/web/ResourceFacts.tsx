import { CopyButton } from '#design/CopyButton.tsx'
import { Facts } from '#design/Facts.tsx'
import { Link } from '#design/Link.tsx'
import { TagList } from '#design/Tag.tsx'
import { Day } from '#design/Time.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import type { showResource } from '../operations/show-resource.ts'
import { fr as labels } from './fr.ts'
import { fr as programs } from './harvest.fr.ts'
import { BaseLogo } from './parts.tsx'
import { fr as print } from './print.fr.ts'
import { fr } from './reader.fr.ts'
import { urls } from './routes.ts'

export type ShownResource = Exclude<Output<typeof showResource>, { movedTo: string }>

/** Who wrote the resource, when, under which licence, for whom; each tag leads to all that shares it. */
export function ResourceFacts({ resource, address }: { resource: ShownResource, address: string }) {
  const { slug, base, authors, publishedAt, lastPublishedAt, licence, themes, audiences, views } = resource
  const named = authors.filter(({ name }) => name !== null)
  return (
    <Facts facts={[
      base && { label: fr.resource.base, value: <span className="sl-named">{base.logoFileId && <BaseLogo fileId={base.logoFileId} />}
        <Link href={urls.base(base.slug)}>{base.title}</Link></span> },
      named.length > 0 && { label: fr.resource.authors, value: <ul className="fr-raw-list">{named.map(({ id, name }) =>
        <li key={id}><Link href={urls.profile(id)}>{name}</Link></li>)}</ul> },
      { label: fr.resource.published, value: <Day at={publishedAt} /> },
      lastPublishedAt.slice(0, 10) !== publishedAt.slice(0, 10) && { label: fr.resource.updated, value: <Day at={lastPublishedAt} /> },
      themes.length > 0 && { label: fr.resource.themes, value: <TagList small tags={themes.map((one) =>
        ({ label: labels.themes[one], href: urls.resources({ themes: [one] }) }))} /> },
      audiences.length > 0 && { label: fr.resource.audiences, value: <TagList small tags={audiences.map((one) =>
        ({ label: labels.audiences[one], href: urls.resources({ audiences: [one] }) }))} /> },
      { label: fr.resource.licence, value:
        <><p>{labels.licences[licence]}</p><p className="fr-hint-text">{labels.licenceTerms[licence]}</p></> },
      views > 0 && { label: fr.resource.read, value: fr.resource.times(views) },
      { label: fr.resource.share, value:
        <><p className="fr-hint-text">{address}</p><CopyButton text={address} label={fr.resource.copy} />
          <p><Link href={urls.printResource(slug)}>{print.link}</Link></p>
          <p><a href={urls.resourcePdf(slug)}>{programs.pdf}</a></p>
          <p><a href={urls.resourceText(slug)} download>{programs.markdown}</a></p></> },
    ]} />
  )
}
