import type { ReactNode } from 'react'
import type { ActionFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { TextField } from '#design/TextField.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { changeSetting } from '../../operations/back-office/change-setting.ts'
import { showSetting } from '../../operations/back-office/show-setting.ts'
import { undoSettingChange } from '../../operations/back-office/undo-setting-change.ts'
import { fr } from './fr.ts'
import { gathered, withTyped } from './gathered.ts'
import { urls } from './routes.ts'
import { said } from './said.ts'
import { SettingForm } from './SettingForm.tsx'

export const loader = answers(showSetting)
const accept = accepts({ changeSetting, undoSettingChange })
export const action = async (args: ActionFunctionArgs) => {
  const { request, typed } = await gathered(args.request, args.params['key'] ?? '')
  return withTyped(await accept({ ...args, request }), typed)
}

type Shown = Answered<typeof showSetting>
type Change = Shown['history'][number]

const words = fr.one

function Held({ fields, values }: { fields: Shown['fields'], values: Change['before'] }) {
  const lines = said(fields, values)
  if (lines.length === 0) return words.initial
  return <>{lines.map(({ label, value }) => <div key={label}>{label}{' : '}{value}</div>)}</>
}

const columnsOf = ({ fields, version, can }: Shown): Record<string, (change: Change) => ReactNode> => ({
  [words.columns.at]: (change) => <Time at={change.at} />,
  [words.columns.by]: (change) => change.by ?? words.unknown,
  [words.columns.before]: (change) => <Held fields={fields} values={change.before} />,
  [words.columns.after]: (change) => <Held fields={fields} values={change.after} />,
  [words.columns.reason]: (change) => <>{change.reason} {change.isUndo && <Badge>{words.isUndo}</Badge>}</>,
  [words.columns.undo]: (change) => can.undoSettingChange && (
    <CommandForm form={can.undoSettingChange} submit={words.undo} fixed={{ changeId: change.id, _version: version }} priority="tertiary" size="sm">
      {(field) => <TextField {...field('reason')} label={words.undoReason} hint="" />}
    </CommandForm>
  ),
})

/** One setting: its form, and everything that was done to it. */
export default function SettingPage() {
  const setting = useAnswer<typeof loader>()
  const { can, history, next } = setting
  return (
    <Page title={setting.label} lead={setting.help} breadcrumb={[{ label: words.home, href: urls.settings() }]}>
      {can.changeSetting && <SettingForm setting={setting} form={can.changeSetting} />}
      <Section title={words.history}>
        <Table rows={history} rowKey={(change) => change.id} caption={fr.table(words.history)} captionHidden empty={words.never} columns={columnsOf(setting)} />
        {next && <Pagination next={urls.setting(setting.key, next)} label={words.older} />}
      </Section>
    </Page>
  )
}
