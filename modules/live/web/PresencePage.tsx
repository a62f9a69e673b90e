import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { setPresence } from '../operations/set-presence.ts'
import { showPresence } from '../operations/show-presence.ts'
import { fr } from './fr.ts'

export const loader = answers(showPresence)
export const action = accepts({ setPresence })

/** Whether others see that one is there: one button, that says what it does. */
export default function PresencePage() {
  const { agreedAt, can } = useAnswer<typeof loader>()
  const words = fr.presence
  return (
    <Page title={words.title} lead={words.lead} width="text">
      <p>{words.how}</p>
      <div data-live="live.presence-set">
        <p>{agreedAt ? <>{words.shown} <Time at={agreedAt} /></> : words.hidden}</p>
        {can.setPresence && (
          <CommandForm form={can.setPresence} submit={agreedAt ? words.hide : words.show} fixed={{ agreed: agreedAt ? '' : 'on' }} />
        )}
      </div>
    </Page>
  )
}
