import type { ReactNode } from 'react'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { TextField } from '#design/TextField.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { liftSwitch } from '../../operations/back-office/lift-switch.ts'
import { listSwitches } from '../../operations/back-office/list-switches.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { whom, type Shown } from './said.tsx'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(listSwitches)(args), now: new Date().toISOString() })
export const action = accepts({ liftSwitch }, { liftSwitch: () => urls.list() })

const words = fr.list
type Form = Answered<typeof listSwitches>['can']['liftSwitch']
type Columns = Record<string, (one: Shown) => ReactNode>

const first = (now: string): Columns => ({
  [words.columns.feature]: ({ label }) => label,
  [words.columns.perimeter]: ({ perimeter }) => whom(perimeter),
  [words.columns.reason]: ({ reason }) => reason,
  [words.columns.since]: ({ at, by }) => <><Time at={at} now={now} />{by && ` ${words.columns.by} ${by}`}</>,
})

const nowOff = (now: string): Columns => ({
  ...first(now),
  [words.columns.ends]: ({ endsAt }) => endsAt ? <Time at={endsAt} now={now} /> : words.noEnd,
  [words.columns.held]: ({ held }) => held,
  [words.columns.lift]: ({ id, label, perimeter }) => (
    <Link href={urls.lift(id)} aria-label={`${fr.lift.label} : ${label}, ${whom(perimeter)}`}>{fr.lift.label}</Link>
  ),
})

const wasOff = (now: string): Columns => ({
  ...first(now),
  [words.columns.lifted]: ({ liftedAt, endsAt, liftedBy, liftedReason }) => (
    <>
      <Time at={liftedAt ?? endsAt ?? now} now={now} />
      {liftedReason ? ` ${words.columns.by} ${liftedBy ?? fr.formerPerson} : ${liftedReason}` : `, ${words.byEnd}`}
    </>
  ),
})

function Actions() {
  return (
    <>
      <ButtonLink href={urls.turnOff()}>{words.turnOff}</ButtonLink>
      <ButtonLink href={urls.signals()} priority="secondary">{fr.signals.title}</ButtonLink>
    </>
  )
}

function Lifting({ one, form }: { one: Shown, form: Exclude<Form, false> }) {
  return (
    <Section title={fr.lift.title(`${one.label}, ${whom(one.perimeter)}`)}>
      <p>{one.waiting ?? fr.lift.waiting(one.held)}</p>
      <CommandForm form={form} submit={fr.lift.confirm} fixed={{ switchId: one.id }} values={{ held: one.becomes }}
        beside={<ButtonLink href={urls.list()} priority="tertiary">{fr.off.home}</ButtonLink>}>
        {(field) => (
          <>
            <TextField {...field('reason')} label={fr.lift.reason} />
            <SelectField {...field('held')}
              label={one.choices ? fr.lift.waited : fr.lift.held} choices={one.choices ?? fr.becomes} empty={false} />
          </>
        )}
      </CommandForm>
    </Section>
  )
}

/** What is closed, to whom, since when; how it is opened again; what was. */
export default function SwitchesPage() {
  const { features, on, past, next, can, now } = useAnswer<typeof loader>()
  const asked = useSearchParams()[0].get('lift')
  const lifting = on.find(({ id }) => id === asked)
  return (
    <Page title={words.title} lead={words.lead} actions={<Actions />}>
      {lifting && can.liftSwitch && <Lifting one={lifting} form={can.liftSwitch} />}
      <Section title={words.on}>
        <Table rows={on} rowKey={({ id }) => id} caption={`${words.on} : ${on.length}`} captionHidden
          empty={<EmptyState title={words.none}>{words.noneMore}</EmptyState>} columns={nowOff(now)} />
      </Section>
      <Section title={words.limits} lead={words.limitsLead}>
        <ul>{features.map(({ code, label,
          setting }) => setting && <li key={code}><Link href={urls.limit(setting)}>{words.editLimit(label)}</Link></li>)}</ul>
      </Section>
      <Section title={words.past}>
        <Table rows={past} rowKey={({ id }) => id} caption={`${words.past} : ${past.length}`} captionHidden empty={words.noPast}
          columns={wasOff(now)} />
        {next && <Pagination next={urls.list(next)} label={words.older} />}
      </Section>
    </Page>
  )
}
