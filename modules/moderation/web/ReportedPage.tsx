import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { decideOnReported } from '../operations/decide-on-reported.ts'
import { judgeAppeal } from '../operations/judge-appeal.ts'
import { showReported } from '../operations/show-reported.ts'
import { Reported } from './Reported.tsx'
import { urls } from './routes.ts'

export const loader = answers(showReported)
export const action = accepts({ decide: decideOnReported, judge: judgeAppeal }, { decide: () => urls.queue(), judge: () => urls.queue() })

/** Something that was reported or held, for moderators. */
export default function ReportedPage() {
  return <Reported {...useAnswer<typeof loader>()} urls={urls} besides />
}
