import { useSearchParams } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton } from '#design/ConfirmButton.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { leaveOrganisation } from '../operations/leave-organisation.ts'
import { listMyOrganisations } from '../operations/list-my-organisations.ts'
import { withdrawJoinRequest } from '../operations/withdraw-join-request.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { RoleBadge } from './said.tsx'

export const loader = answers(listMyOrganisations)
export const action = accepts({ leaveOrganisation, withdrawJoinRequest }, { leaveOrganisation: () => urls.mine() })

type Answer = Awaited<ReturnType<typeof loader>>
const words = fr.mine

/** Where one is, what one asked; for those in charge, the way to what they manage. */
export default function MyOrganisationsPage() {
  const { organisations, requests, can, now } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const joined = organisations.find(({ id }) => id === params.get('entree'))
  const find = <ButtonLink href={urls.find()} priority={organisations.length ? 'secondary' : 'primary'}>{words.find}</ButtonLink>
  return (
    <Page title={words.title} lead={words.lead} actions={organisations.length > 0 && find}>
      {joined && <Alert kind="success" title={words.joined} level={2}>{words.joinedMore(joined.name)}</Alert>}
      {organisations.length === 0 ? <EmptyState title={words.empty} action={find}>{words.emptyMore}</EmptyState> : (
        <>
          <p>{words.count(organisations.length)}</p>
          <ul className="sl-people">{organisations.map((one) => <Mine key={one.id} one={one} can={can} />)}</ul>
        </>
      )}
      {requests.length > 0 && (
        <Section title={words.requests}>
          <ul className="sl-people">
            {requests.map((request) => (
              <li key={request.id} className="sl-person">
                <span className="sl-person__name">
                  {request.organisationName}
                  <span className="fr-hint-text">{words.asked} <Time at={request.createdAt} now={now} /></span>
                  {request.reason && <span className="fr-hint-text">{words.reason(request.reason)}</span>}
                </span>
                <Badge kind={request.state === 'pending' ? 'info' : 'neutral'}>{words[request.state]}</Badge>
                {request.state === 'pending' && can.withdrawJoinRequest && (
                  <CommandForm form={can.withdrawJoinRequest} inline size="sm" priority="quiet" fixed={{ requestId: request.id }}
                    submit={<>{words.withdraw}<VisuallyHidden> ({request.organisationName})</VisuallyHidden></>} />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function Mine({ one, can }: { one: Answer['organisations'][number], can: Answer['can'] }) {
  const [params] = useSearchParams()
  const { id, name } = one
  const question = can.leaveOrganisation && {
    form: can.leaveOrganisation, label: words.leave, title: words.leaveTitle(name), fixed: { organisationId: id },
      children: <p>{words.leaveWhat(name)}</p>,
  }
  return (
    <li className="sl-person" id={`organisation-${id}`}>
      <span className="sl-person__name">
        {name}<span className="fr-hint-text">{fr.kinds[one.kind]}</span>
        {one.roles.map((held) => <RoleBadge key={`${held.role} ${held.groupName}`} {...held} />)}
      </span>
      {one.isClosed && <Badge kind="warning">{words.closed}</Badge>}
      {one.manages && <ButtonLink href={urls.organisation(id)}
        size="sm">{words.manage}<VisuallyHidden> {name}</VisuallyHidden></ButtonLink>}
      {question && <ConfirmButton {...question} asked={params.get('quitter') === id} back={urls.mine()} priority="quiet" size="sm"
        href={`${urls.mine({ leave: id })}#organisation-${id}`} />}
    </li>
  )
}
