import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listReportedAsStaff } from '../../operations/list-reported.ts'
import { Queue } from '../Queue.tsx'
import { urls } from './routes.ts'

export const loader = answers(listReportedAsStaff)

/** The same queue, for administrators. */
export default function QueuePage() {
  return <Queue {...useAnswer<typeof loader>()} urls={urls} />
}
