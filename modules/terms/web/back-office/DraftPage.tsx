import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { saveDraft } from '../../operations/back-office/save-draft.ts'
import { showDraft } from '../../operations/back-office/show-draft.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showDraft)
export const action = accepts({ saveDraft }, { saveDraft: () => urls.preview() })

const words = fr.draft
const labels = { changes: words.changes, appliesFrom: words.appliesFrom, body: words.body }

/** Where a version of the terms is written: it begins with the text of the last one. */
export default function DraftPage() {
  const { can, version, changes, appliesFrom, body } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={[{ label: fr.title, href: urls.versions() }]}>
      {can.saveDraft && (
        <CommandForm form={can.saveDraft} submit={words.save} fixed={{ _version: version }} values={{ changes, appliesFrom, body }}
          labels={labels} beside={<ButtonLink href={urls.versions()} priority="tertiary">{words.back}</ButtonLink>}>
          {(field) => (
            <>
              <TextArea {...field('changes')} label={labels.changes} hint={words.changesHint} rows={3} />
              <TextField {...field('appliesFrom')} label={labels.appliesFrom} hint={words.appliesFromHint} />
              <TextArea {...field('body')} label={labels.body} hint={words.bodyHint} rows={24} />
            </>
          )}
        </CommandForm>
      )}
    </Page>
  )
}
