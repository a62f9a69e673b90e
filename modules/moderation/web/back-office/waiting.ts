import { countReported } from '../../operations/count-reported.ts'
import { fr } from '../moderating.fr.ts'
import { urls } from './routes.ts'

/** What the home page of the back office says of publications that wait for a decision. */
export const waiting = { query: countReported, says: fr.lead, href: urls.queue() }
