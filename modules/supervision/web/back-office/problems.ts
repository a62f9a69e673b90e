import { countProblems } from '../../operations/back-office/count-problems.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

/** What the home page of the back office says of jobs and of deliveries that failed. */
export const problems = { query: countProblems, says: fr.problems, href: urls.health() }
