import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { decideOnReportedAsStaff } from '../../operations/decide-on-reported.ts'
import { judgeAppealAsStaff } from '../../operations/judge-appeal.ts'
import { showReportedAsStaff } from '../../operations/show-reported.ts'
import { Reported } from '../Reported.tsx'
import { urls } from './routes.ts'

export const loader = answers(showReportedAsStaff)
export const action = accepts({ decide: decideOnReportedAsStaff, judge: judgeAppealAsStaff }, { decide: () => urls.queue(), judge: () => urls.queue() })

/** Something that was reported or held, for administrators. */
export default function ReportedPage() {
  return <Reported {...useAnswer<typeof loader>()} urls={urls} />
}
