import type { LoaderFunctionArgs } from 'react-router'
import { CheckboxField } from '#design/CheckboxField.tsx'
import { RadioField } from '#design/ChoicesField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { formOf } from '#kernel/page/answers.ts'
import { pageCall } from '#kernel/page/call.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { giveSiteFeedback } from '../operations/give-site-feedback.ts'
import { fr } from './site-feedback.fr.ts'

export const loader = async ({ context }: LoaderFunctionArgs) =>
  ({ form: formOf('giveSiteFeedback', giveSiteFeedback), signedIn: context.get(pageCall).call.actor.id !== undefined })
export const action = accepts({ giveSiteFeedback })

const marks = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [String(index + 1), String(index + 1)]))

/** What one thinks of the service itself; what becomes of it is said before it is sent. */
export default function SiteFeedbackPage() {
  const { form, signedIn } = useAnswer<typeof loader>()
  return (
    <Page title={fr.title} lead={fr.lead} width="text">
      <CommandForm form={form} submit={fr.submit} labels={{ rating: fr.rating, difficultyArea: fr.area, text: fr.text }} refusals={fr.refusals}>
        {(field) => (
          <>
            <RadioField {...field('rating')} required legend={fr.rating} hint={fr.ratingHint} choices={marks} row />
            <SelectField {...field('difficultyArea')} required={undefined} label={fr.area} empty={fr.areaNone} choices={fr.areas} />
            <TextArea {...field('text')} required={false} label={fr.text} hint={fr.textHint} rows={5} />
            {signedIn && <CheckboxField {...field('wantsContact')} required={false} label={fr.contact} hint={fr.contactHint} />}
            <p className="fr-hint-text">{signedIn ? fr.privacy.signedIn : fr.privacy.visitor}</p>
          </>
        )}
      </CommandForm>
    </Page>
  )
}
