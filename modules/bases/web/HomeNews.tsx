import { CardList } from '#design/Card.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { Tile } from '#design/Tile.tsx'
import type { Output } from '#kernel/operation/operation.ts'
import type { showFeed } from '../operations/show-feed.ts'
import type { showNextStep } from '../operations/show-next-step.ts'
import { fr as follow } from './follow.fr.ts'
import { ResourceCard } from './parts.tsx'
import { urls } from './routes.ts'
import { fr } from './welcome.fr.ts'

const { home: words } = fr

/** What is new in what the person follows, each saying why. */
export function HomeNews({ items }: { items: Output<typeof showFeed>['items'] }) {
  if (items.length === 0) return null
  return (
    <Section title={words.news} actions={<Link href={urls.myFeed()}>{words.allNews}</Link>}>
      <ul className="sl-feed">
        {items.map(({ resource, why }) => (
          <li key={resource.id}>
            <p className="fr-text--sm fr-mb-1v">{why.kind === 'base' ? follow.feed.becauseBase : follow.feed.becausePerson}{' '}
              <Link href={why.slug ? urls.base(why.slug) : urls.profile(why.id)}>{why.name}</Link></p>
            <ResourceCard resource={resource} horizontal />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** One suggested next step, never a list of them. */
export function NextStep({ step, invitationId }: Output<typeof showNextStep>) {
  if (step === null) return null
  const [title, detail, href] = {
    invitation: [words.invitations, words.invitationsWhy, urls.invitation(invitationId ?? '')], welcome: [words.resume, words.resumeWhy, urls.welcome()],
    follow: [words.follow, words.followWhy, urls.bases()], write: [words.write, words.writeWhy, urls.newResource()],
    profile: [words.profile, words.profileWhy, urls.welcome(1)],
  }[step] as [string, string, string]
  return <Section title={words.next}><CardList><Tile title={title} href={href} icon="fr-icon-arrow-right-line" detail={detail} /></CardList></Section>
}
