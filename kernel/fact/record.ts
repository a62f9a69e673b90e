import { v7 } from '../id.ts'
import type { Statement } from '../db/transaction.ts'
import type { Fact } from './fact.ts'

export interface Recorded { readonly fact: Fact; readonly data: Record<string, unknown> }

const DAY = 86_400_000

/** The insertion of a fact, sent last: its number, drawn while the command still holds what it changed, puts facts of one subject in order. */
export const factStatement = ({ fact, data }: Recorded, now: string): Statement => ({
  name: 'fact',
  text: 'insert into kernel.fact (id, name, version, subject, data, recorded_at, keep_until) values ($1, $2, $3, $4, $5, $6, $7)',
  values: [
    v7(), fact.name, fact.version, fact.subject(data), JSON.stringify(data), now,
    new Date(Date.parse(now) + fact.days * DAY).toISOString(),
  ],
})
