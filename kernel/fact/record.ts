import { v7 } from '../id.ts'
import type { Statement } from '../db/transaction.ts'
import type { Fact } from './fact.ts'

export interface Recorded { readonly fact: Fact; readonly data: Record<string, unknown> }

const DAY = 86_400_000

/** The insertion of a fact, whose subject's row gives its place in order and holds it until the commit. */
export const factStatement = ({ fact, data }: Recorded, now: string): Statement => ({
  name: 'fact',
  text: `with subject as (
      insert into kernel.subject (name, sequence) values ($4, 1)
      on conflict (name) do update set sequence = kernel.subject.sequence + 1 returning sequence)
    insert into kernel.fact (id, name, version, subject, sequence, data, recorded_at, keep_until)
    select $1, $2, $3, $4, sequence, $5, $6, $7 from subject`,
  values: [
    v7(), fact.name, fact.version, fact.subject(data), JSON.stringify(data), now,
    new Date(Date.parse(now) + fact.days * DAY).toISOString(),
  ],
})
