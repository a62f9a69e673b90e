import { Badge } from '#design/Badge.tsx'
import { ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { Card, CardList } from '#design/Card.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listMyCollections } from '../operations/list-my-collections.ts'
import { fr } from './fr.ts'
import { fr as care } from './care.fr.ts'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'

export const loader = answers(listMyCollections)

export default function MyCollectionsPage() {
  const { collections, saved } = useAnswer<typeof loader>()
  const { title, lead, create, own, others, empty } = words.myCollections
  const start = <ButtonLink href={urls.newCollection()} icon="fr-icon-add-line">{create}</ButtonLink>
  return (
    <Page title={title} lead={lead} actions={<ButtonGroup>{collections.length > 0 && start}<ButtonLink href={urls.deleted()}
      priority="tertiary">{care.bin.link}</ButtonLink></ButtonGroup>}>
      {collections.length === 0 ? <EmptyState title={empty.title} action={start}>{empty.more}</EmptyState> : (
        <Section title={own(collections.length)}>
          <CardList>{collections.map((one) => <CollectionCard key={one.id} collection={one} mine />)}</CardList>
        </Section>
      )}
      {saved.length > 0 && (
        <Section title={others(saved.length)}>
          <CardList>{saved.map((one) => <CollectionCard key={one.id} collection={one} />)}</CardList>
        </Section>
      )}
    </Page>
  )
}

function CollectionCard({ collection, mine }: { collection: Answered<typeof listMyCollections>['collections'][number], mine?: boolean }) {
  const { isFavourites, title, slug, isPublic, base, count } = collection
  const name = isFavourites ? fr.favourites : title!
  return (
    <Card title={name} href={isFavourites ? urls.favourites() : urls.collection(slug!)} level={3} detail={base?.title}
      end={words.resourcesCount(count)}
      start={isFavourites ? undefined : <Badge kind={isPublic ? 'info' : 'neutral'}>{isPublic ? words.states.isPublic
        : words.states.isPrivate}</Badge>}
      actions={mine && !isFavourites && <ButtonLink href={urls.editCollection(slug!)} priority="tertiary"
        size="sm">{words.edit}</ButtonLink>} />
  )
}
