import { ButtonLink } from '#design/Button.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { useSearchParams } from 'react-router'
import { showFeed } from '../operations/show-feed.ts'
import { fr } from './follow.fr.ts'
import { ResourceCard } from './parts.tsx'
import { urls } from './routes.ts'

export const loader = answers(showFeed)

export default function FeedPage() {
  const { items, next, followsNothing } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const { title, lead, becauseBase, becausePerson, more, latest, manage, nothing, quiet } = fr.feed
  return (
    <Page title={title} lead={lead} actions={!followsNothing && <ButtonLink href={urls.followed()} priority="secondary">{manage}</ButtonLink>}>
      {items.length === 0 && (followsNothing
        ? <EmptyState title={nothing.title} action={<ButtonLink href={urls.bases()}>{nothing.bases}</ButtonLink>}>{nothing.more}</EmptyState>
        : <EmptyState title={quiet.title}>{quiet.more}</EmptyState>)}
      {items.length > 0 && (
        <ul className="sl-feed">
          {items.map(({ resource, why }) => (
            <li key={resource.id}>
              <p className="fr-text--sm fr-mb-1v">{why.kind === 'base' ? becauseBase : becausePerson}{' '}
                <Link href={why.slug ? urls.base(why.slug) : urls.profile(why.id)}>{why.name}</Link></p>
              <ResourceCard resource={resource} level={2} horizontal />
            </li>
          ))}
        </ul>
      )}
      <p className="sl-buttons">
        {params.has('before') && <ButtonLink href={urls.myFeed()} priority="tertiary">{latest}</ButtonLink>}
        {next && <ButtonLink href={urls.myFeed(next)} priority="secondary">{more}</ButtonLink>}
      </p>
    </Page>
  )
}
