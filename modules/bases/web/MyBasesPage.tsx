import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { Card, CardList } from '#design/Card.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listMyBases } from '../operations/list-my-bases.ts'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'

export const loader = answers(listMyBases)

export default function MyBasesPage() {
  const { bases } = useAnswer<typeof loader>()
  const { title, lead, open, empty, caption } = words.myBases
  const start = <ButtonLink href={urls.newBase()} icon="fr-icon-add-line">{open}</ButtonLink>
  return (
    <Page title={title} lead={lead} actions={bases.length > 0 && start}>
      {bases.length === 0 ? <EmptyState title={empty.title} action={start}>{empty.more}</EmptyState> : (
        <>
          <p>{caption(bases.length)}</p>
          <CardList>
            {bases.map((base) => (
              <Card key={base.id} title={base.title} href={urls.base(base.slug)} level={2} description={base.excerpt}
                start={<div className="sl-badges">
                  <Badge kind="info">{fr.memberRoles[base.role]}</Badge>{!base.isPublic && <Badge>{words.states.isPrivate}</Badge>}
                </div>}
                actions={<div className="sl-buttons">
                  {base.role === 'administrator' && <ButtonLink href={urls.editBase(base.slug)} priority="tertiary"
                    size="sm">{words.edit}</ButtonLink>}
                  <ButtonLink href={urls.baseMembers(base.slug)} priority="tertiary" size="sm">{words.myBases.members}</ButtonLink>
                </div>} />
            ))}
          </CardList>
        </>
      )}
    </Page>
  )
}
