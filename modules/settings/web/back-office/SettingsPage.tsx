import { Facts } from '#design/Facts.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Time } from '#design/Time.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listSettings } from '../../operations/back-office/list-settings.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { said } from './said.ts'

export const loader = answers(listSettings)

/** What can be set, group by group, with what holds now. */
export default function SettingsPage() {
  const { settings } = useAnswer<typeof loader>()
  const groups = Object.entries(fr.list.groups).map(([key, title]) => ({ title, rows: settings.filter((one) => one.group === key) }))
  return (
    <Page title={fr.list.title} lead={fr.list.lead}>
      {groups.filter(({ rows }) => rows.length > 0).map(({ title, rows }) => (
        <Section key={title} title={title}>
          {rows.map((one) => (
            <Section key={one.key} title={one.label} level={3} lead={one.help}
              actions={<ButtonLink href={urls.setting(one.key)} priority="secondary" size="sm">{fr.list.edit(one.label)}</ButtonLink>}>
              <Facts wide facts={[
                ...said(one.fields, one.values),
                one.isDefault ? { label: fr.list.changed, value: fr.list.isDefault }
                  : one.changedAt !== null && { label: fr.list.changed, value: <Time at={one.changedAt} /> },
              ]} />
            </Section>
          ))}
        </Section>
      ))}
    </Page>
  )
}
