import { Alert } from '#design/Alert.tsx'
import { Badge } from '#design/Badge.tsx'
import { ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { Card, CardList } from '#design/Card.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { answers } from '#kernel/page/answers.ts'
import type { LoaderFunctionArgs } from 'react-router'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listMyBases } from '../operations/list-my-bases.ts'
import { listMyInvitations } from '../operations/list-my-invitations.ts'
import { fr as care } from './care.fr.ts'
import { fr as exchange } from './exchange.fr.ts'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { fr as joining } from './joining.fr.ts'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => {
  const [mine, { invitations }] = await Promise.all([answers(listMyBases)(args), answers(listMyInvitations)(args)])
  return { ...mine, invitations }
}

export default function MyBasesPage() {
  const { bases, invitations } = useAnswer<typeof loader>()
  const { title, lead, open, empty, caption } = words.myBases
  const start = <ButtonLink href={urls.newBase()} icon="fr-icon-add-line">{open}</ButtonLink>
  return (
    <Page title={title} lead={lead} actions={<ButtonGroup>{bases.length > 0 && start}<ButtonLink href={urls.bringBase()}
      priority="tertiary">{exchange.bring.link}</ButtonLink>
      <ButtonLink href={urls.deleted()} priority="tertiary">{care.bin.link}</ButtonLink></ButtonGroup>}>
      {invitations.length > 0 && (
        <Alert kind="info" level={2} title={joining.mine.title(invitations.length)}>
          <ul>
            {invitations.map((one) => <li key={one.id}>{joining.mine.by(one.invitedBy, one)}{' '}
              <Link href={urls.invitation(one.id)}>{joining.mine.see}<VisuallyHidden> {words.about(one.title)}</VisuallyHidden></Link></li>)}
          </ul>
        </Alert>
      )}
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
