import { ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { chooseInterests } from '../operations/choose-interests.ts'
import { chooseLetter } from '../operations/choose-letter.ts'
import { showPreferences } from '../operations/show-preferences.ts'
import { answersPerson } from './answers-to.ts'
import { LetterChoice } from './LetterChoice.tsx'
import { urls } from './routes.ts'
import { Interests } from './WelcomeSteps.tsx'
import { fr } from './welcome.fr.ts'

export const loader = answersPerson(showPreferences)
export const action = accepts({ chooseInterests, chooseLetter })

/** What one said in the welcome, to be changed at any time. */
export default function PreferencesPage() {
  const answer = useAnswer<typeof loader>()
  const { title, lead, interests, save } = fr.preferences
  return (
    <Page title={title} lead={lead} width="text" actions={answer.welcomeStep <= 4 && <ButtonLink href={urls.welcome()} priority="secondary">{fr.home.resume}</ButtonLink>}>
      <Section title={interests}><Interests answer={answer} submit={save} /></Section>
      <LetterChoice form={answer.can.chooseLetter} agreedAt={answer.letterAgreedAt} />
    </Page>
  )
}
