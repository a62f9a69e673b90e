import type { LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { chooseInterests } from '../operations/choose-interests.ts'
import { chooseLetter } from '../operations/choose-letter.ts'
import { followBase } from '../operations/follow-base.ts'
import { introduceMyself } from '../operations/introduce-myself.ts'
import { passWelcomeStep } from '../operations/pass-welcome-step.ts'
import { showPreferences } from '../operations/show-preferences.ts'
import { answersPerson } from './answers-to.ts'
import { urls } from './routes.ts'
import { fr } from './welcome.fr.ts'
import { After, Bases, Interests, You } from './WelcomeSteps.tsx'

const STEPS = 4

/** Only a path of ours: an address elsewhere leads home. */
const within = (to: string | null) => to !== null && /^\/(?![/\\])/.test(to) ? to : '/'

export const loader = async (args: LoaderFunctionArgs) => {
  const { searchParams } = new URL(args.request.url)
  const preferences = await answersPerson(showPreferences)(args)
  const asked = Number(searchParams.get('step'))
  const step = Number.isInteger(asked) && asked >= 1 && asked <= STEPS ? asked : Math.min(preferences.welcomeStep, STEPS)
  return { ...preferences, step, to: within(searchParams.get('to')) }
}
export const action = accepts({ introduceMyself, chooseInterests, followBase, chooseLetter, passWelcomeStep }, {
  introduceMyself: () => urls.welcome(2), chooseInterests: () => urls.welcome(3), followBase: () => urls.welcome(3), chooseLetter: () => urls.welcome(4),
  passWelcomeStep: ({ next }, { to }) => next > STEPS ? within(to ?? null) : urls.welcome(next, within(to ?? null)),
})

/** The welcome: four questions, each of which can be passed, left and taken up again. */
export default function WelcomePage() {
  const answer = useAnswer<typeof loader>()
  const { step, to, can } = answer
  const faces = [You, Interests, Bases, After] as const
  const Face = faces[step - 1]!
  const pass = can.passWelcomeStep
  return (
    <Page title={[fr.you.title, fr.interests.title, fr.bases.title, fr.after.title][step - 1]!} documentTitle={`${fr.steps[step - 1]} – ${fr.title}`} width="text"
      above={<Badge>{fr.step(step)}</Badge>}>
      <Tabs label={fr.stepsLabel} tabs={fr.steps.map((label, index) => ({ label, href: urls.welcome(index + 1, to), current: index + 1 === step }))} />
      <Face answer={answer} />
      {pass && (
        <div className="sl-buttons fr-mt-4w">
          <CommandForm form={pass} inline priority={step === 3 || step === STEPS ? undefined : 'tertiary'} fixed={{ step, to }}
            submit={step === STEPS ? fr.after.finish : step === 3 ? fr.next : fr.skip} />
          {step < STEPS && <CommandForm form={pass} inline priority="quiet" fixed={{ step: STEPS, to }} submit={fr.leave} />}
        </div>
      )}
      {step < STEPS && <p className="fr-hint-text fr-mt-2w">{fr.later}</p>}
    </Page>
  )
}
