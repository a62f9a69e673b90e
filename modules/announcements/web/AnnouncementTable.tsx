import type { ReactNode } from 'react'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { TextField } from '#design/TextField.tsx'
import { Time } from '#design/Time.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { fr } from './fr.ts'

const words = fr.list
const { columns } = words

export interface Listed {
  id: string
  title: string
  audience: { audience: string; organisation: string | null; role: string | null; group: string | null }
  dueAt: string
  state: string
  reached: number
  acknowledged: number
  asksAcknowledgement: boolean
}
export type RoleNames = Readonly<Record<string, string>>

const whom = ({ audience, organisation, role, group }: Listed['audience'], roles: RoleNames) =>
  audience === 'everyone' ? words.everyone : audience === 'people' ? words.people
    : [role && (roles[role] ?? role), group, organisation].filter(Boolean).join(' · ')
const isOver = ({ state }: Listed) => state === 'recalled' || state === 'returned' || state === 'ended'

const columnsOf = (roles: RoleNames, now: string, recallUrl?: (id: string) => string): Record<string, (one: Listed) => ReactNode> => ({
  [columns.title]: ({ title }) => title,
  [columns.audience]: ({ audience }) => whom(audience, roles),
  [columns.state]: ({ state }) => words.states[state] ?? state,
  [columns.due]: ({ dueAt }) => <Time at={dueAt} now={now} />,
  [columns.reached]: ({ reached }) => reached.toLocaleString('fr-FR'),
  [columns.acknowledged]: ({ asksAcknowledgement, acknowledged }) =>
    asksAcknowledgement ? acknowledged.toLocaleString('fr-FR') : words.notAsked,
  [columns.recall]: (one) => !isOver(one) && recallUrl && (
    <Link href={recallUrl(one.id)} aria-label={`${words.recall} : ${one.title}`}>{words.recall}</Link>
  ),
})

/** Announcements made, where each is, and how each is taken back: asked once more, with its title. */
export function AnnouncementTable({ rows, roles, now, asked, recallUrl, back, form }: {
  rows: readonly Listed[], roles: RoleNames, now: string, asked: string | null, recallUrl: (id: string) => string, back: string,
    form: FormRules | false
}) {
  const recalled = rows.find(({ id }) => id === asked)
  return (
    <>
      {recalled && form && (
        <Section title={words.recallTitle(recalled.title)}>
          <p>{words.recallWhat}</p>
          <CommandForm form={form} submit={words.recall} priority="danger" fixed={{ announcementId: recalled.id }}
            beside={<ButtonLink href={back} priority="tertiary">{fr.mine.title}</ButtonLink>}>
            {(field) => <TextField {...field('reason')} label={words.recallReason} />}
          </CommandForm>
        </Section>
      )}
      <Table rows={[...rows]} rowKey={({ id }) => id} caption={`${fr.organisation.past} : ${rows.length}`} captionHidden empty={words.none}
        columns={columnsOf(roles, now, form ? recallUrl : undefined)} />
    </>
  )
}
