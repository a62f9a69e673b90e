import { useEffect } from 'react'
import { useRevalidator } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { abandonPackageImport } from '../exchange/imports/abandon-package-import.ts'
import { confirmPackageImport } from '../exchange/imports/confirm-package-import.ts'
import { showPackageImport } from '../exchange/imports/show-package-import.ts'
import { answersPerson } from './answers-to.ts'
import { fr as exchange } from './exchange.fr.ts'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { PackageReport } from './PackageReport.tsx'
import { urls } from './routes.ts'

export const loader = answersPerson(showPackageImport)
/** With a script it follows the work by itself. */
export const handle = { hydrate: true }
export const action = accepts({ confirmPackageImport, abandonPackageImport }, { abandonPackageImport: () => urls.bringBase() })

const { bring: said } = exchange
type One = ReturnType<typeof useAnswer<typeof loader>>
const sentences: Readonly<Record<string, string>> = fr.refusals
const kinds: Partial<Record<One['state'], 'success' | 'warning' | 'info'>> = { done: 'success', ready: 'info', unreadable: 'warning',
  failed: 'warning' }

/** One archive: what it would do, how far it is, what it did. */
export default function PackageImportPage() {
  const one = useAnswer<typeof loader>()
  const { state, reason, report, base, fileName } = one
  const why = said.reasons[reason ?? ''] ?? sentences[reason ?? '']
  return (
    <Page title={fileName || said.unnamed} above={<Badge kind={kinds[state] ?? 'neutral'}>{said.states[state]}</Badge>}
      breadcrumb={[{ label: words.myBases.title, href: urls.myBases() }, { label: said.title, href: urls.bringBase() }]}
      actions={state === 'done' && base && <ButtonLink href={urls.base(base.slug)}>{said.see(base.title)}</ButtonLink>}>
      {(state === 'reading' || state === 'bringing') && <Working one={one} />}
      {state === 'unreadable' && <Alert kind="error" level={2} title={said.unreadable}>{why}</Alert>}
      {state === 'failed' && <Alert kind="warning" level={2} title={said.failed}><p>{why}</p><p>{said.failedMore}</p></Alert>}
      {state === 'ready' && <Decide one={one} />}
      {report && state !== 'reading' && <PackageReport report={report} done={state === 'done'} />}
      <Ends one={one} />
    </Page>
  )
}

/** In milliseconds. */
const EVERY = 2000

/**
 * How far it is; without a script a link asks again, since a page that reloads under its reader would lose them their place (WCAG 2.2.1).
 */
function Working({ one: { id, state, brought, report } }: { one: One }) {
  const { revalidate, state: asking } = useRevalidator()
  useEffect(() => {
    if (asking !== 'idle') return undefined
    const timer = setTimeout(() => { void revalidate() }, EVERY)
    return () => clearTimeout(timer)
  }, [revalidate, asking])
  const all = report ? report.resources.new + report.resources.known : 0
  return (
    <Alert level={2} title={state === 'reading' ? said.reading : said.bringing}>
      {state === 'bringing' && <><p>{said.progress(brought, all)}</p><progress value={brought} max={Math.max(1,
        all)} aria-label={said.bringing} /></>}
      <p>{said.leave}</p>
      <p><ButtonLink href={urls.packageImport(id)} priority="secondary" size="sm">{said.again}</ButtonLink></p>
    </Alert>
  )
}

function Decide({ one: { can, id, base, report } }: { one: One }) {
  const nothing = report?.resources.new === 0 && base !== null
  if (nothing) return <Alert>{said.nothing}</Alert>
  return can.confirmPackageImport && (
    <Section title={said.decide} lead={base ? said.decideInto(base.title) : said.decideNew}>
      <CommandForm form={can.confirmPackageImport} submit={said.confirm} fixed={{ importId: id }} />
    </Section>
  )
}

/** What ends it: taken up again, given up, or forgotten. */
function Ends({ one: { can, id, state } }: { one: One }) {
  if (state === 'bringing') return null
  return (
    <div className="sl-buttons fr-mt-4w">
      {state === 'failed' && can.confirmPackageImport && <CommandForm form={can.confirmPackageImport} submit={said.resume} inline
        fixed={{ importId: id }} />}
      {can.abandonPackageImport && <CommandForm form={can.abandonPackageImport}
        submit={state === 'ready' || state === 'reading' ? said.abandon : said.forget}
        priority="tertiary" inline fixed={{ importId: id }} />}
    </div>
  )
}
