import { useParams } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { correctRow } from '../operations/correct-row.ts'
import { showRow } from '../operations/show-row.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showRow)
export const action = accepts({ correctRow }, { correctRow: (_, { importId }) => urls.import(importId ?? '') })

/** What every row has: the schema leaves all to be said or not, since a correction says what it changes. */
const NEEDED = new Set(['lastName', 'firstName'])

export default function CorrectRowPage() {
  const { number, line, field: wrong, code, cells, fields, isWrong, can } = useAnswer<typeof loader>()
  const { importId = '' } = useParams()
  const back = <ButtonLink href={urls.import(importId)} priority="tertiary">{fr.row.back}</ButtonLink>
  return (
    <Page title={fr.row.title(line)} width="text" breadcrumb={[{ label: fr.imports.crumb, href: urls.places() }, { label: fr.row.back, href: urls.import(importId) }]}>
      {isWrong ? !fields.includes(wrong ?? '') && <Alert kind="warning">{fr.issue(wrong, code)}</Alert> : <Alert>{fr.refusals['provisioning.row-settled']}</Alert>}
      {isWrong && can.correctRow ? (
        <CommandForm form={can.correctRow} submit={fr.row.submit} fixed={{ importId, number }} values={cells} beside={back}>
          {(field) => fields.map((name) => {
            const { error, ...rules } = field(name)
            return <TextField key={name} {...rules} maxLength={undefined} required={NEEDED.has(name)} label={fr.fields[name] ?? name}
              error={error ?? (name === wrong ? fr.issue(wrong, code) : undefined)} />
          })}
        </CommandForm>
      ) : back}
    </Page>
  )
}
