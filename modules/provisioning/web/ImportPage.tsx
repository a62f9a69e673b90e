import { useEffect } from 'react'
import { useRevalidator, useSearchParams } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton, ConfirmForm } from '#design/ConfirmButton.tsx'
import { Facts } from '#design/Facts.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { abandonImport } from '../operations/abandon-import.ts'
import { confirmImport } from '../operations/confirm-import.ts'
import { correctReading } from '../operations/correct-reading.ts'
import { showImport } from '../operations/show-import.ts'
import { undoImport } from '../operations/undo-import.ts'
import { fr } from './fr.ts'
import { Reading } from './Reading.tsx'
import { urls } from './routes.ts'
import { Rows } from './Rows.tsx'

export const loader = answers(showImport)
/** With a script it follows the work by itself. */
export const handle = { hydrate: true }
export const action = accepts({ correctReading, confirmImport, abandonImport, undoImport }, {
  abandonImport: ({ organisationId }) => urls.imports(organisationId),
  // Without the rows or the question that the address asked for.
  correctReading: (_, { importId }) => urls.import(importId ?? ''),
  confirmImport: (_, { importId }) => urls.import(importId ?? ''),
  undoImport: (_, { importId }) => urls.import(importId ?? ''),
})

type One = ReturnType<typeof useAnswer<typeof loader>>
const said = fr.import
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0)

export default function ImportPage() {
  const one = useAnswer<typeof loader>()
  const { can, state, organisation } = one
  const before = state === 'ready' || state === 'unreadable'
  return (
    <Page title={one.fileName || said.unnamed} above={<Badge kind={state === 'done' ? 'success' : state === 'unreadable' ? 'warning' : 'info'}>{fr.states[state]}</Badge>}
      breadcrumb={[{ label: fr.imports.crumb, href: urls.places() }, { label: fr.imports.title(organisation.name), href: urls.imports(organisation.id) }]}>
      {state in said.working && <Working one={one} />}
      {state === 'unreadable' && <Alert kind="error" level={2} title={said.unreadable}>
        <p>{fr.reasons[one.reason ?? '']}{one.reason !== 'mapping' && one.reasonLine ? ` ${said.line(one.reasonLine)}` : ''}</p>
      </Alert>}
      {state === 'undone' && <Alert>{said.undone}</Alert>}
      {(state === 'ready' || state === 'done' || state === 'undone') && <Difference one={one} />}
      {state === 'ready' && can.confirmImport && <Confirm one={one} form={can.confirmImport} />}
      {one.shown && <Rows one={one} shown={one.shown} mayCorrect={can.correctRow !== false && (state === 'ready' || state === 'done')} />}
      {before && can.correctReading && <Reading form={can.correctReading} one={one} />}
      <Ends one={one} />
    </Page>
  )
}

/** In milliseconds. */
const EVERY = 2000

/** Where the work is; without a script a link asks again, since a page that reloads itself under a reader would lose them their place (WCAG 2.2.1). */
function Working({ one }: { one: One }) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    // The last answer first: on a slow network the next question would cut it off, for ever.
    if (state !== 'idle') return undefined
    const timer = setTimeout(() => { void revalidate() }, EVERY)
    return () => clearTimeout(timer)
  }, [revalidate, state])
  const done = sum(one.outcomes)
  return (
    <Alert level={2} title={said.working[one.state]}>
      <p>{one.state === 'reading' ? (one.reason === 'held' ? said.held : fr.rows(one.rowsRead)) : one.state === 'applying' && said.progress(done, done + one.waiting)}</p>
      {one.state === 'applying' && <progress value={done} max={Math.max(1, done + one.waiting)} aria-label={said.working[one.state]} />}
      <p>{said.workingMore}</p>
      <p><ButtonLink href={urls.import(one.id)} priority="secondary" size="sm">{said.again}</ButtonLink></p>
    </Alert>
  )
}

function Difference({ one }: { one: One }) {
  const isDone = one.state !== 'ready'
  const counts = isDone ? Object.entries(one.outcomes).map(([name, count]) => [fr.outcomes[name]!, count, undefined] as const)
    : Object.entries(one.verdicts).map(([name, count]) => [fr.verdicts[name]!, count, name] as const)
  const { departures } = one
  return (
    <Section title={isDone ? said.result : said.difference} lead={isDone ? undefined : said.differenceLead}
      actions={<ButtonLink href={urls.report(one.id)} priority="secondary" size="sm" download>{said.report}</ButtonLink>}>
      <Facts facts={counts.map(([label, count, rows]) => count > 0 && {
        label, value: rows ? <Link href={urls.import(one.id, { rows })}>{fr.rows(count)}</Link> : fr.rows(count),
      })} />
      {departures.count > 0 && <Alert kind={departures.isMassive && !isDone ? 'warning' : 'info'} title={isDone ? said.departed(departures.ended) : said.departures(departures.count)}>
        <p>{departures.names.join(', ')}{departures.count > departures.names.length && ` ${said.andMore}`}</p>
        {departures.isMassive && !isDone && <p>{said.massive}</p>}
      </Alert>}
    </Section>
  )
}

function Confirm({ one, form }: { one: One, form: Exclude<One['can']['confirmImport'], false> }) {
  return (
    <Section title={said.decide} lead={said.decideLead}>
      <CommandForm form={form} submit={said.confirm} fixed={{ importId: one.id }}>
        {(field) => one.departures.isMassive && <TextField {...field('departures')} label={said.typeNumber(one.departures.count)} required />}
      </CommandForm>
    </Section>
  )
}

/** What ends an import: given up before, taken back afterwards. */
function Ends({ one: { can, id, state } }: { one: One }) {
  const [params] = useSearchParams()
  const question = state === 'done' && can.undoImport
    ? { form: can.undoImport, label: said.undo, title: said.undoTitle, fixed: { importId: id }, children: <p>{said.undoWhat}</p> }
    : (state === 'ready' || state === 'unreadable') && can.abandonImport
      ? { form: can.abandonImport, label: said.abandon, title: said.abandonTitle, fixed: { importId: id }, children: <p>{said.abandonWhat}</p> } : undefined
  if (!question) return null
  const asked = { [state === 'done' ? 'annuler' : 'abandonner']: 'oui' }
  return (
    <Section title={state === 'done' ? said.back : said.renounce} lead={state === 'done' ? said.kept : said.abandonWhat}>
      {params.has('annuler') || params.has('abandonner') ? <ConfirmForm {...question} back={urls.import(id)} />
        : <ConfirmButton {...question} href={urls.import(id, asked)} />}
    </Section>
  )
}
