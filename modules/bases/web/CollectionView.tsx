import type { ReactNode } from 'react'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CardList } from '#design/Card.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Day } from '#design/Time.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import type { showCollection } from '../operations/show-collection.ts'
import { spaced } from '../typography.ts'
import { fr as labels } from './fr.ts'
import { words } from './fr-authoring.ts'
import { ResourceCard } from './parts.tsx'
import { fr } from './reader.fr.ts'
import { urls } from './routes.ts'

export type ShownCollection = Exclude<Output<typeof showCollection>, { movedTo: string }>

/** A selection of resources, in its order: a person's, a base's, or one's own favourites. */
export function CollectionView({ collection, actions, pageAt, mine }:
  { collection: ShownCollection, actions?: ReactNode, pageAt: (page?: number) => string, mine?: boolean }) {
  const { title, description, isOpen, base, ownerName, updatedAt, resources, total, page, pages } = collection
  const way = base ? [{ label: fr.bases.title, href: urls.bases() }, { label: base.title, href: urls.base(base.slug) }]
    : mine ? [{ label: words.myCollections.title, href: urls.myCollections() }] : undefined
  return (
    <Page title={spaced(title ?? labels.favourites)} breadcrumb={way} lead={spaced(description) || undefined} actions={actions}
      above={<>
        <p>{base ? <>{fr.collection.ofBase} <Link href={urls.base(base.slug)}>{base.title}</Link></> : fr.collection.kind}
          {ownerName && <>{' · '}{fr.collection.by(ownerName)}</>}{' · '}{fr.collection.updated} <Day at={updatedAt} /></p>
        {!isOpen && <Badge kind="warning">{fr.collection.private}</Badge>}
      </>}>
      <div className="sl-results__head"><h2>{fr.card.resources(total)}</h2></div>
      {resources.length === 0
        ? <EmptyState title={fr.collection.empty}
          action={<ButtonLink href={urls.resources()} priority="secondary">{fr.resources.all}</ButtonLink>}>
          <p>{fr.collection.emptyHint}</p></EmptyState>
        : <CardList>{resources.map((resource) => <ResourceCard key={resource.id} resource={resource} />)}</CardList>}
      <Pagination page={page} pages={pages} href={(number) => pageAt(number > 1 ? number : undefined)} />
    </Page>
  )
}
