import { useSearchParams } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { Button } from '#design/Button.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Grid } from '#design/Grid.tsx'
import { Hidden } from '#design/Hidden.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { urls as identity } from '#modules/identity/web/routes.ts'
import { listPeople } from '../sign-in/list-people.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listPeople)

/** Whom one can be, and what each of them can try. */
export default function PeoplePage() {
  const { people } = useAnswer<typeof loader>()
  const returnTo = useSearchParams()[0].get('suite')
  return (
    <Page title={fr.people.title} lead={fr.people.lead}>
      {people.length === 0 && <EmptyState title={fr.people.none}>{fr.people.noneMore}</EmptyState>}
      <Grid>
        {people.map(({ personId, name, title, location, pitch, isMe }) => (
          <article key={personId} className="fr-p-3w sl-tile">
            <h2 className="fr-h6 fr-mb-1v">{name}</h2>
            <p className="fr-text--sm fr-mb-2w">{title}, {location}</p>
            <p className="fr-text--sm"><strong>{fr.people.try}</strong> {pitch}</p>
            {isMe ? <Badge>{fr.people.me}</Badge> : (
              <form method="post" action={urls.signInAs()} data-once="">
                <Hidden name="personId" value={personId} />
                <Hidden name="returnTo" value={returnTo} />
                <Button type="submit" priority="secondary" aria-label={fr.people.enterAs(name)}>{fr.people.enter}</Button>
              </form>
            )}
          </article>
        ))}
      </Grid>
      <p className="fr-mt-4w"><Link href={identity.signIn(returnTo ?? undefined)}>{fr.people.bySelf}</Link></p>
    </Page>
  )
}
