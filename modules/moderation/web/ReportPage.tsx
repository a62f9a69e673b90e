import { ButtonLink } from '#design/Button.tsx'
import { RadioField } from '#design/ChoicesField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { foreseeReport } from '../operations/foresee-report.ts'
import { reportContent } from '../operations/report-content.ts'
import { fr } from './fr.ts'

export const loader = answers(foreseeReport)
export const action = accepts({ reportContent })

/** Tells the moderators what is wrong with something. */
export default function ReportPage() {
  const { kind, targetId, label, title, href, isMine, reasons, can } = useAnswer<typeof loader>()
  return (
    <Page title={fr.title(label)} lead={fr.lead} width="text">
      <p>{fr.about} <Link href={href}>{title}</Link></p>
      {isMine && <p>{fr.mine}</p>}
      {!isMine && can.reportContent && (
        <CommandForm form={can.reportContent} submit={fr.submit} fixed={{ kind, targetId }} labels={{ reason: fr.reason, words: fr.words, repeats: fr.repeats }}
          beside={<ButtonLink href={href} priority="tertiary">{fr.back}</ButtonLink>}>
          {(field) => (
            <>
              <RadioField {...field('reason')} legend={fr.reason} choices={Object.fromEntries(reasons.map((one) => [one, fr.reasons[one] ?? one]))} />
              {reasons.includes('duplicate') && <TextField {...field('repeats')} label={fr.repeats} hint={fr.repeatsHint} />}
              <TextArea {...field('words')} label={fr.words} hint={fr.told} />
            </>
          )}
        </CommandForm>
      )}
    </Page>
  )
}
