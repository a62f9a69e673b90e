import { useSearchParams } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton } from '#design/ConfirmButton.tsx'
import { Facts } from '#design/Facts.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { EmailField } from '#design/TextField.tsx'
import { CalendarDate, Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { closeOrganisation } from '../../operations/back-office/close-organisation.ts'
import { inviteAdministrator } from '../../operations/back-office/invite-administrator.ts'
import { reopenOrganisation } from '../../operations/back-office/reopen-organisation.ts'
import { revokeAdministratorInvitation } from '../../operations/back-office/revoke-administrator-invitation.ts'
import { showOrganisationSheet } from '../../operations/back-office/show-organisation-sheet.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showOrganisationSheet)
const here = (_: unknown, { organisationId }: { organisationId?: string }) => urls.sheet(organisationId ?? '')
export const action = accepts({ inviteAdministrator, revokeAdministratorInvitation, closeOrganisation, reopenOrganisation }, {
  closeOrganisation: here, revokeAdministratorInvitation: here,
})

type Sheet = Awaited<ReturnType<typeof loader>>
const words = fr.sheet

/** One organisation: what it is, who administers it, and its closing. */
export default function SheetPage() {
  const sheet = useAnswer<typeof loader>()
  const { organisationId: id, name, closedAt, can } = sheet
  return (
    <Page title={name} width="text" breadcrumb={[{ label: fr.list.title, href: urls.list() }]}
      actions={can.updateOrganisation && <ButtonLink href={urls.edit(id)} priority="secondary">{words.edit}</ButtonLink>}>
      {closedAt && <Alert kind="warning">{words.closedLead}</Alert>}
      <Identity sheet={sheet} />
      <Administrators sheet={sheet} />
      <Section title={words.groups(sheet.groups.filter((one) => !one.closedAt).length)}>
        <ButtonLink href={urls.groups(id)} priority="secondary">{words.seeGroups}</ButtonLink>
      </Section>
      <Closing sheet={sheet} />
    </Page>
  )
}

function Identity({ sheet: { kind, siret, uai, parent, children, timeZone, people, acceptsRequests, createdAt, closedAt,
  now } }: { sheet: Sheet }) {
  return (
    <Section title={words.identity}>
      <Facts facts={[
        { label: fr.fields.kind, value: fr.kinds[kind] }, { label: fr.fields.siret, value: siret ?? words.none },
        kind === 'establishment' && { label: fr.fields.uai, value: uai ?? words.none },
        parent && { label: fr.fields.parent, value: <Link href={urls.sheet(parent.id)}>{parent.name}</Link> },
        children.length > 0 && { label: words.children, value: children.map((one) => <div key={one.id}><Link
          href={urls.sheet(one.id)}>{one.name}</Link></div>) },
        { label: fr.fields.timeZone, value: fr.timeZones[timeZone as keyof typeof fr.timeZones] ?? timeZone },
        { label: words.peopleCount, value: people }, { label: words.requests, value: acceptsRequests ? words.requestsOn
          : words.requestsOff },
        { label: words.opened, value: <Time at={createdAt} now={now} /> }, closedAt !== null
          && { label: words.closed, value: <Time at={closedAt} now={now} /> },
      ]} />
    </Section>
  )
}

function Administrators({ sheet }: { sheet: Sheet }) {
  const { organisationId, administrators, invitations, isAdministered, closedAt, can, now } = sheet
  const [params] = useSearchParams()
  return (
    <Section title={words.administrators}>
      {!isAdministered && !closedAt && <Alert kind="warning" title={words.nobody}>{words.nobodyMore}</Alert>}
      <ul className="sl-people">
        {administrators.map((one) => (
          <li key={one.id} className="sl-person">
            <span className="sl-person__name">
              {one.name ?? fr.unnamed}
              <span className="fr-hint-text">
                {words.since} <CalendarDate date={one.validFrom} />{one.validTo && <>{' '}{words.until} <CalendarDate
                  date={one.validTo} /></>}
              </span>
            </span>
            {one.isSuspended && <Badge kind="warning">{words.suspended}</Badge>}
          </li>
        ))}
        {invitations.map((one) => {
          const question = can.revokeAdministratorInvitation && {
            form: can.revokeAdministratorInvitation, label: words.revoke, title: words.revokeTitle(one.email),
            fixed: { organisationId, invitationId: one.id }, children: <p>{words.revokeWhat(one.email)}</p>,
          }
          return (
            <li key={one.id} className="sl-person">
              <span className="sl-person__name">{one.email}<span className="fr-hint-text"><Time at={one.createdAt}
                now={now} /></span></span>
              <Badge kind={one.state === 'good' ? 'info' : 'warning'}>{words.inviteStates[one.state]}</Badge>
              {question && <ConfirmButton {...question} asked={params.get('annuler') === one.id} back={urls.sheet(organisationId)} priority="quiet"
                size="sm" href={urls.sheet(organisationId, { revoke: one.id })} />}
            </li>
          )
        })}
      </ul>
      {!closedAt && can.inviteAdministrator && (
        <Section title={words.invite} level={3} lead={words.inviteLead}>
          <CommandForm form={can.inviteAdministrator} fixed={{ organisationId }} submit={words.inviteSubmit} priority="secondary"
            labels={{ email: words.email }}>
            {(field) => <EmailField {...field('email')} label={words.email} autoComplete="off" />}
          </CommandForm>
        </Section>
      )}
    </Section>
  )
}

function Closing({ sheet: { organisationId, name, people, closedAt, can } }: { sheet: Sheet }) {
  const [params] = useSearchParams()
  if (closedAt) return can.reopenOrganisation && <CommandForm form={can.reopenOrganisation} fixed={{ organisationId }}
    submit={words.reopen} />
  const question = can.closeOrganisation && {
    form: can.closeOrganisation, label: words.close, title: words.closeTitle(name), fixed: { organisationId },
      children: <p>{words.closeWhat(name, people)}</p>,
  }
  return question && (
    <Section title={words.close}>
      <ConfirmButton {...question} asked={params.has('fermer')} back={urls.sheet(organisationId)}
        href={urls.sheet(organisationId, { close: true })} />
    </Section>
  )
}
