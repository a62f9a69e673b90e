import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { acceptJoinRequest } from '../operations/accept-join-request.ts'
import { listJoinRequests } from '../operations/list-join-requests.ts'
import { refuseJoinRequest } from '../operations/refuse-join-request.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { calledBy, DayField, RoleFields, wayTo } from './said.tsx'

export const loader = answers(listJoinRequests)
const here = (_: unknown, { organisationId }: { organisationId?: string }) => urls.requests(organisationId ?? '')
export const action = accepts({ acceptJoinRequest, refuseJoinRequest }, { acceptJoinRequest: here, refuseJoinRequest: here })

type Answer = Awaited<ReturnType<typeof loader>>
const words = fr.requests

/** Who asks to be in the organisation, each with their words and what one may answer. */
export default function JoinRequestsPage() {
  const answer = useAnswer<typeof loader>()
  const { organisationId: id, name, requests, acceptsRequests, next } = answer
  const settings = <ButtonLink href={urls.settings(id)} priority="secondary">{words.settings}</ButtonLink>
  return (
    <Page title={words.heading} documentTitle={words.title(name)} breadcrumb={wayTo(id, name)} width="text">
      {requests.length === 0
        ? <EmptyState title={acceptsRequests ? words.empty : words.off}
          action={!acceptsRequests && settings}>{acceptsRequests ? words.emptyMore : words.offMore}</EmptyState>
        : <p>{words.count(requests.length)}</p>}
      {requests.map((request) => <Asked key={request.id} request={request} answer={answer} />)}
      <Pagination next={next ? urls.requests(id, { after: next }) : undefined} />
    </Page>
  )
}

function Asked({ request, answer }: { request: Answer['requests'][number], answer: Answer }) {
  const [params] = useSearchParams()
  const { organisationId, can, grantable, groups, now } = answer
  const name = calledBy({ name: request.personName })
  const fixed = { organisationId, requestId: request.id }
  const refuse = `${urls.requests(organisationId, { refuse: request.id })}#demande-${request.id}`
  return (
    <div id={`demande-${request.id}`}>
      <Section title={name} lead={request.personTitle}>
        {request.message && <blockquote><p>{request.message}</p></blockquote>}
        <p className="fr-hint-text">{words.asked} <Time at={request.createdAt} now={now} /></p>
        {params.get('refuser') === request.id && can.refuseJoinRequest ? (
          <CommandForm form={can.refuseJoinRequest} fixed={fixed} submit={words.refuse} priority="danger" labels={{ reason: words.reason }}
            beside={<ButtonLink href={urls.requests(organisationId)} priority="tertiary">{fr.cancel}</ButtonLink>}>
            {(field) => <TextArea {...field('reason')} label={words.reason} hint={words.reasonHint} rows={3} />}
          </CommandForm>
        ) : can.acceptJoinRequest && (
          <CommandForm form={can.acceptJoinRequest} fixed={fixed} submit={<>{words.accept}<VisuallyHidden> ({name})</VisuallyHidden></>}
            labels={{ role: words.role, groupId: words.group, validTo: words.validTo }}
            beside={<ButtonLink href={refuse} priority="tertiary">{words.refuse}<VisuallyHidden> ({name})</VisuallyHidden></ButtonLink>}>
            {(field) => (
              <>
                <RoleFields field={field} grantable={grantable} groups={groups} words={words} />
                <DayField field={field('validTo')} label={words.validTo} />
              </>
            )}
          </CommandForm>
        )}
      </Section>
    </div>
  )
}
