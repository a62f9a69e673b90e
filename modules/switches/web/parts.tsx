import { Notice } from '#design/Notice.tsx'
import { Time } from '#design/Time.tsx'
import { fr } from './fr.ts'

/** What is closed to the person who reads: `closedToActor` gives it to the frame, once a page. */
export interface Closed { label: string; words: string | null; endsAt: string | null }

/** Says what is closed, why if administrators said it, and until when: it breaks nothing else. */
export function ClosedNotice({ closed }: { closed: Closed }) {
  return (
    <Notice kind="warning" title={fr.off.title(closed.label)}>
      {closed.words ?? fr.off.said}{closed.endsAt && <>{' '}{fr.off.until}{' '}<Time at={closed.endsAt} /></>}
    </Notice>
  )
}
