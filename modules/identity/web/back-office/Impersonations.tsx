import type { ReactNode } from 'react'
import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { Time } from '#design/Time.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { fr } from './fr.ts'
import type { Person } from './PersonSheet.tsx'

type Asked = Person['impersonations'][number]

const words = fr.act

const columnsOf = (form: FormRules | false | undefined): Record<string, (one: Asked) => ReactNode> => ({
  [words.columns.at]: (one) => <Time at={one.askedAt} />,
  [words.columns.by]: (one) => one.by ?? fr.sheet.someone,
  [words.columns.reason]: (one) => one.reason,
  [words.columns.state]: (one) => words.states[one.state],
  [words.columns.action]: (one) => form && one.isMine && one.state === 'accepted' && (
    <CommandForm form={form} submit={words.open} fixed={{ impersonationId: one.id }} size="sm" inline />
  ),
})

/** Acting in a person's place: what was asked and answered, the link once it is accepted, and the form that asks. */
export function Impersonations({ person, link }: { person: Person, link?: string }) {
  const { impersonations, can, isMe, roles, state } = person
  const waits = impersonations.some((one) => one.state === 'asked' || one.state === 'accepted')
  return (
    <Section title={fr.sheet.impersonations} lead={words.lead}>
      {link && <Alert kind="success" title={words.link}><p>{words.linkLead}</p><p><ButtonLink href={link}>{words.go}</ButtonLink></p></Alert>}
      {impersonations.length > 0 && (
        <Table rows={impersonations} rowKey={({ id }) => id} caption={fr.table(fr.sheet.impersonations)} captionHidden empty=""
          columns={columnsOf(can.openImpersonation)} />
      )}
      {can.askImpersonation && !isMe && !waits && roles.length === 0 && state === 'active' && (
        <CommandForm form={can.askImpersonation} submit={words.submit} priority="secondary" labels={{ reason: words.reason }}>
          {(field) => <TextArea {...field('reason')} label={words.reason} />}
        </CommandForm>
      )}
    </Section>
  )
}
