import { useSearchParams } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { FileField } from '#design/FileField.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listPackageImports } from '../exchange/imports/list-package-imports.ts'
import { startPackageImport } from '../exchange/imports/start-package-import.ts'
import { answersPerson } from './answers-to.ts'
import { fr as exchange } from './exchange.fr.ts'
import { words } from './fr-authoring.ts'
import { urls } from './routes.ts'

export const loader = answersPerson(listPackageImports)
export const action = accepts({ startPackageImport }, { startPackageImport: ({ importId }) => urls.packageImport(importId) })

const { bring: said } = exchange
type One = Awaited<ReturnType<typeof loader>>['imports'][number]

const columns = {
  [said.columns.file]: (one: One) => <Link href={urls.packageImport(one.id)}>{one.fileName || said.unnamed}</Link>,
  [said.columns.state]: (one: One) => <Badge
    kind={one.state === 'done' ? 'success' : one.state === 'ready' ? 'info' : 'neutral'}>{said.states[one.state]}</Badge>,
  [said.columns.at]: (one: One) => <Time at={one.createdAt} />,
}

/** Where the archive of a base is sent, and those that were. */
export default function BringBasePage() {
  const { imports, bases, can } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  return (
    <Page title={said.title} lead={said.lead} width="text" breadcrumb={[{ label: words.myBases.title, href: urls.myBases() }]}>
      {can.startPackageImport && (
        <CommandForm form={can.startPackageImport} submit={said.submit} encType="multipart/form-data"
          values={{ baseId: params.get('baseId') }}
          labels={{ fileId: said.file,
            baseId: said.place }} beside={<ButtonLink href={urls.myBases()} priority="tertiary">{words.cancel}</ButtonLink>}>
          {(field) => (
            <>
              <FileField {...field('fileId')} type={undefined} label={said.file} hint={said.hint} formats={said.formats}
                accept=".zip,application/zip" required />
              {bases.length > 0 && <SelectField {...field('baseId')} required={undefined} label={said.place} hint={said.placeHint}
                empty={said.newBase}
                choices={Object.fromEntries(bases.map(({ id, title }) => [id, title]))} />}
              <p>{said.next}</p>
            </>
          )}
        </CommandForm>
      )}
      <Section title={said.history}>
        <Table rows={imports} caption={said.historyTable} captionHidden rowKey={({ id }) => id} empty={<p>{said.none}</p>}
          columns={columns} />
      </Section>
    </Page>
  )
}
