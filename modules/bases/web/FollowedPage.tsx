import type { LoaderFunctionArgs } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listFollowed } from '../operations/list-followed.ts'
import { unfollowBase } from '../operations/unfollow-base.ts'
import { unfollowPerson } from '../operations/unfollow-person.ts'
import { FollowForm } from './FollowForm.tsx'
import { fr } from './follow.fr.ts'
import { urls } from './routes.ts'

const followed = answers(listFollowed)
// A key for each form: each row's button is a sending of its own.
export const loader = async (args: LoaderFunctionArgs) => {
  const { bases, people } = await followed(args)
  return {
    bases: bases.map((one) => ({ ...one, unfollow: formOf('unfollowBase', unfollowBase) })),
    people: people.map((one) => ({ ...one, unfollow: formOf('unfollowPerson', unfollowPerson) })),
  }
}
export const action = accepts({ unfollowBase, unfollowPerson })

export default function FollowedPage() {
  const { bases, people } = useAnswer<typeof loader>()
  const { title, lead, feed, noBase, noPerson } = fr.followed
  return (
    <Page title={title} lead={lead} breadcrumb={[{ label: fr.feed.title, href: urls.myFeed() }]} actions={<ButtonLink href={urls.myFeed()} priority="secondary">{feed}</ButtonLink>}>
      <Section title={`${fr.followed.bases} (${bases.length})`}>
        {bases.length === 0 ? <p>{noBase}</p> : <ul className="sl-people">{bases.map(({ id, slug, title: name, unfollow }) => (
          <li key={id} className="sl-person"><span className="sl-person__name"><Link href={urls.base(slug)}>{name}</Link></span>
            <FollowForm about={name} unfollow={unfollow} fixed={{ baseId: id }} /></li>
        ))}</ul>}
      </Section>
      <Section title={`${fr.followed.people} (${people.length})`}>
        {people.length === 0 ? <p>{noPerson}</p> : <ul className="sl-people">{people.map(({ id, name, unfollow }) => (
          <li key={id} className="sl-person"><span className="sl-person__name"><Link href={urls.profile(id)}>{name ?? fr.profile.unnamed}</Link></span>
            <FollowForm about={name ?? fr.profile.unnamed} unfollow={unfollow} fixed={{ personId: id }} /></li>
        ))}</ul>}
      </Section>
    </Page>
  )
}
