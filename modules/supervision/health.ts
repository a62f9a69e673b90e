/** How a part of the service fares. */
export type State = 'good' | 'watch' | 'bad'

const MINUTE = 60_000

/** Minutes since an instant; 0 when there is none. */
const minutes = (since: string | null, now: string) => since === null ? 0 : (Date.parse(now) - Date.parse(since)) / MINUTE
const by = (value: number, watch: number, bad: number): State => value >= bad ? 'bad' : value >= watch ? 'watch' : 'good'

/** What is measured; instants in ISO 8601, sizes in bytes. */
export interface Measures {
  readonly now: string
  /** Time that the database took to answer, in milliseconds. */
  readonly answeredIn: number
  readonly workers: number
  readonly seenAt: string | null
  readonly facts: { readonly waiting: number; readonly failing: number; readonly since: string | null }
  readonly jobs: { readonly failed: number }
  readonly mail: { readonly waiting: number; readonly failed: number; readonly since: string | null }
  readonly seal: { readonly waiting: number; readonly since: string | null }
  readonly disk: { readonly free: number; readonly total: number } | null
}

/** What each measure means: to watch, or to mend now. */
export const statesOf = ({ now, answeredIn, workers, facts, jobs, mail, seal, disk }: Measures) => ({
  database: by(answeredIn, 200, 2000),
  worker: workers > 0 ? 'good' : 'bad',
  facts: facts.failing > 0 ? 'watch' : by(minutes(facts.since, now), 2, 15),
  jobs: jobs.failed > 0 ? 'watch' : 'good',
  mail: mail.failed > 0 ? 'watch' : by(minutes(mail.since, now), 5, 30),
  seal: by(minutes(seal.since, now), 5, 60),
  // Never measured is not good.
  disk: disk === null ? 'watch' : by(1 - disk.free / disk.total, 0.85, 0.95),
}) satisfies Record<string, State>
