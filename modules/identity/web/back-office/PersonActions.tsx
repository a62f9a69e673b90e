import { ButtonGroup } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { fr } from './fr.ts'
import type { Person } from './PersonSheet.tsx'

/** A command that asks for nothing but a reason. */
function WithReason({ form, words, danger }: { form: FormRules, words: { title: string, lead: string, reason: string, submit: string }, danger?: boolean }) {
  return (
    <Section title={words.title} level={3} lead={words.lead}>
      <CommandForm form={form} submit={words.submit} priority={danger ? 'danger' : 'secondary'} labels={{ reason: words.reason }}>
        {(field) => <TextArea {...field('reason')} label={words.reason} />}
      </CommandForm>
    </Section>
  )
}

/** Roles of the platform, each with its button. */
export function PlatformRoles({ person: { id, roles, state, can } }: { person: Person }) {
  return (
    <Section title={fr.sheet.roles}>
      {roles.length === 0 && <p>{fr.sheet.noRole}</p>}
      <ButtonGroup>
        {Object.entries(fr.roles).map(([role, name]) => {
          const held = roles.includes(role)
          const form = held ? can.withdrawPlatformRole : state === 'active' && can.grantPlatformRole
          return form && (
            <CommandForm key={role} form={form} submit={(held ? fr.sheet.withdraw : fr.sheet.grant)(name)} fixed={{ personId: id, role }}
              priority={held ? 'danger' : 'secondary'} size="sm" inline />
          )
        })}
      </ButtonGroup>
    </Section>
  )
}

/** What can be done with an account, the gravest last. Nothing is offered for one that is gone. */
export function PersonActions({ person }: { person: Person }) {
  const { can, state, isMe, roles, confirmation } = person
  if (['erasing', 'erased', 'merged'].includes(state)) return null
  return (
    <Section title={fr.sheet.actions}>
      {can.prepareMerge && (
        <Section title={fr.merge.title} level={3} lead={fr.merge.lead}>
          <CommandForm form={can.prepareMerge} submit={fr.merge.submit} priority="secondary" labels={{ absorbedId: fr.merge.other }}>
            {(field) => <TextField {...field('absorbedId')} type="text" label={fr.merge.other} hint={fr.merge.otherHint} autoComplete="off" />}
          </CommandForm>
        </Section>
      )}
      {state === 'suspended' && can.restorePerson && <WithReason form={can.restorePerson} words={fr.restore} />}
      {state !== 'suspended' && !isMe && can.suspendPerson && <WithReason form={can.suspendPerson} words={fr.suspend} danger />}
      {!isMe && roles.length === 0 && can.anonymisePerson && (
        <Section title={fr.anonymise.title} level={3} lead={fr.anonymise.lead}>
          <CommandForm form={can.anonymisePerson} submit={fr.anonymise.submit} priority="danger" labels={{ reason: fr.anonymise.reason }}>
            {(field) => (
              <>
                <TextArea {...field('reason')} label={fr.anonymise.reason} />
                <TextField {...field('confirmation')} required maxLength={undefined} label={fr.anonymise.confirmation(confirmation)} autoComplete="off" />
              </>
            )}
          </CommandForm>
        </Section>
      )}
    </Section>
  )
}
