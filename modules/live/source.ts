import type { Pool } from 'pg'
import { Written, type Source } from './carrier.ts'
import { envelopeOf } from './envelope.ts'
import { beginningOf, entriesAfter } from './stream.ts'
import { CHECK } from './topics.ts'

interface Options extends Pick<Source, 'acknowledged' | 'failed'> {
  readonly pool: Pool
  /** The installation's public address, in what is told. */
  readonly source: string
  /** From then on what commits is news. */
  readonly begin: () => Promise<void>
  /** What was read, and not heard as news, says that a session of this person may have ended. */
  readonly ended: (personId: string) => void
}

/** What each connection of a hub reads from. */
export const sourceOf = ({ pool, source, begin, ended, acknowledged, failed }: Options): Source => ({
  begin: async (personId, hello) => {
    // What commits from here on is news; what was committed before is read.
    await begin()
    return beginningOf(pool, personId, hello)
  },
  after: async (personId, seq) => {
    const entries = await entriesAfter(pool, personId, seq)
    if (entries.some(({ topic }) => topic === CHECK)) ended(personId)
    return entries
  },
  write: (entry, attempts) => new Written(JSON.stringify(envelopeOf(entry, source, attempts))),
  acknowledged, failed,
})
