import { CommandForm } from '#design/CommandForm.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { EmailField } from '#design/TextField.tsx'
import { Day } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import type { PersonCard } from '../people.ts'
import { fr as labels } from './fr.ts'
import { fr } from './joining.fr.ts'
import { PeopleSearch } from './PeopleSearch.tsx'

const { invite: words, pending: waiting } = fr

interface InvitingProps {
  form: FormRules
  /** The page, on which the words searched stay in the address. */
  here: string
  /** The base or the resource. */
  fixed: Record<string, string>
  /** A role is offered: in a base. */
  roles?: boolean
  people?: readonly PersonCard[]
  searched: string
  /** Those who are there already. */
  known: ReadonlySet<string>
}

/** Invites somebody, by name or by address. */
export function Inviting({ form, here, fixed, roles, people, searched, known }: InvitingProps) {
  const values = { role: 'contributor' }
  return (
    <>
      <h3 className="fr-h6">{words.byName}</h3>
      <PeopleSearch action={here} people={people} searched={searched} known={known}>
        {({ id }) => (
          <CommandForm form={form} inline size="sm" priority="secondary" action={here} fixed={{ ...fixed, personId: id }} values={values} submit={words.one}>
            {roles ? (field) => <SelectField {...field('role')} label={words.role} choices={labels.memberRoles} empty={false} /> : undefined}
          </CommandForm>
        )}
      </PeopleSearch>
      <h3 className="fr-h6 fr-mt-4w">{words.byEmail}</h3>
      <CommandForm form={form} action={here} fixed={fixed} values={values} submit={words.submit} labels={{ email: words.email, message: words.message, role: words.role }}>
        {(field) => (
          <>
            <EmailField {...field('email')} required label={words.email} hint={words.emailHint} autoComplete="off" />
            {roles && <SelectField {...field('role')} label={words.role} choices={labels.memberRoles} empty={false} />}
            <TextArea {...field('message')} required={false} label={words.message} rows={2} />
          </>
        )}
      </CommandForm>
    </>
  )
}

interface Sent { id: string; email: string | null; person: PersonCard | null; expiresAt: string; role?: 'administrator' | 'contributor' | null }

const nameOf = ({ email, person }: Sent) => email ?? person?.name ?? waiting.private

/** Invitations that wait, each with how to take it back. */
export function Waiting({ invitations, revoke, action }: { invitations: readonly Sent[], revoke: FormRules | false, action: string }) {
  if (invitations.length === 0) return null
  return (
    <ul className="sl-people">
      {invitations.map((one) => (
        <li key={one.id} className="sl-person">
          <span className="sl-person__name">{nameOf(one)}
            <span className="fr-hint-text">{one.role && `${labels.memberRoles[one.role]}, `}{waiting.until} <Day at={one.expiresAt} /></span>
          </span>
          {revoke && <CommandForm form={revoke} inline size="sm" priority="quiet" icon="fr-icon-close-line" action={action} fixed={{ invitationId: one.id }}
            submit={<>{waiting.revoke}<VisuallyHidden> {waiting.to(nameOf(one))}</VisuallyHidden></>} />}
        </li>
      ))}
    </ul>
  )
}
