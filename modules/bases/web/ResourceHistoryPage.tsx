import type { LoaderFunctionArgs } from 'react-router'
import { Time } from '#design/Time.tsx'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showDraft } from '../operations/show-draft.ts'
import { answersPerson } from './answers-to.ts'
import { DraftPage } from './DraftPage.tsx'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answersPerson(showDraft)(args), now: new Date().toISOString() })

/** Who did what, and when: the newest first. */
export default function ResourceHistoryPage() {
  const draft = useAnswer<typeof loader>()
  return (
    <DraftPage draft={draft} face="history">
      <p>{words.history.lead}</p>
      <ol className="sl-history" reversed>
        {draft.history.map(({ sequence, type, at, byName }) => (
          <li key={sequence}>
            <strong>{byName ?? words.history.someone}</strong> {fr.events[type] ?? type} <span className="fr-hint-text"><Time at={at}
              now={draft.now} /></span>
          </li>
        ))}
      </ol>
    </DraftPage>
  )
}
