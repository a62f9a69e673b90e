import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton } from '#design/ConfirmButton.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { CalendarDate, Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { addMembership } from '../operations/add-membership.ts'
import { endMembership } from '../operations/end-membership.ts'
import { restoreMembership } from '../operations/restore-membership.ts'
import { setMembershipDates } from '../operations/set-membership-dates.ts'
import { showMember } from '../operations/show-member.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { calledBy, DayField, RoleBadge, RoleFields, wayTo } from './said.tsx'

export const loader = answers(showMember)
export const action = accepts({ addMembership, setMembershipDates, endMembership, restoreMembership })

type Answer = Awaited<ReturnType<typeof loader>>
const words = fr.member

/** What one person is in an organisation. */
export default function MemberPage() {
  const member = useAnswer<typeof loader>()
  const { organisationId, organisationName, personId, memberships, can, grantable, groups } = member
  return (
    <Page title={calledBy(member)} lead={member.title} width="text"
      breadcrumb={[...wayTo(organisationId, organisationName), { label: fr.people.heading, href: urls.people(organisationId) }]}>
      <Section title={words.roles} lead={words.lead(organisationName)}>
        <ul className="sl-people">{memberships.map((one) => <Held key={one.id} one={one} member={member} />)}</ul>
      </Section>
      {can.addMembership && grantable.length > 0 && (
        <Section title={words.add} lead={words.addLead}>
          <CommandForm form={can.addMembership} fixed={{ organisationId, personId }} submit={words.addSubmit} priority="secondary"
            labels={{ role: words.role, groupId: words.group, validTo: words.validTo }}>
            {(field) => (
              <>
                <RoleFields field={field} grantable={grantable} groups={groups} words={words} />
                <DayField field={field('validTo')} label={words.validTo} hint={words.validToHint} />
              </>
            )}
          </CommandForm>
        </Section>
      )}
    </Page>
  )
}

function Held({ one, member }: { one: Answer['memberships'][number], member: Answer }) {
  const [params] = useSearchParams()
  const { can, now, organisationId, personId } = member
  const role = fr.roles[one.role]
  const here = urls.member(organisationId, personId)
  const question = can.endMembership && one.mayChange && {
    form: can.endMembership, label: words.end, title: words.endTitle(role), fixed: { membershipId: one.id },
      children: <p>{words.endWhat(calledBy(member), role)}</p>,
  }
  return (
    <li className="sl-person" id={`role-${one.id}`}>
      <span className="sl-person__name">
        <RoleBadge {...one} />
        <span className="fr-hint-text">
          {words.since} <CalendarDate date={one.validFrom} />{one.validTo && <>{' '}{words.until} <CalendarDate date={one.validTo} /></>}
          {' · '}{fr.sources[one.source] ?? fr.otherSource}
        </span>
        {one.endedAt && <span className="fr-hint-text">{fr.states.ended} <Time at={one.endedAt} now={now} /></span>}
      </span>
      {one.mayRestore && can.restoreMembership && (
        <CommandForm form={can.restoreMembership} inline size="sm" priority="secondary" fixed={{ membershipId: one.id }}
          submit={words.restore} />
      )}
      {one.mayChange && can.setMembershipDates && params.get('dates') !== one.id && (
        <ButtonLink href={`${urls.member(organisationId, personId, { dates: one.id })}#role-${one.id}`} priority="tertiary" size="sm">
          {words.dates}<VisuallyHidden> {fr.about(role)}</VisuallyHidden>
        </ButtonLink>
      )}
      {question && <ConfirmButton {...question} asked={params.get('retirer') === one.id} back={here} priority="quiet" size="sm"
        href={`${urls.member(organisationId, personId, { end: one.id })}#role-${one.id}`} />}
      {one.mayChange && can.setMembershipDates && params.get('dates') === one.id && (
        <CommandForm form={can.setMembershipDates} fixed={{ membershipId: one.id, _version: one.version }} submit={words.save}
          values={{ validFrom: one.validFrom, validTo: one.validTo }} labels={{ validFrom: words.validFrom, validTo: words.validTo }}
          beside={<ButtonLink href={here} priority="tertiary">{fr.cancel}</ButtonLink>}>
          {(field) => (
            <>
              <DayField field={field('validFrom')} label={words.validFrom} />
              <DayField field={field('validTo')} label={words.validTo} hint={words.validToHint} />
            </>
          )}
        </CommandForm>
      )}
    </li>
  )
}
