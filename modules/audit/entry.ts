import { randomUUID } from 'node:crypto'
import { isIP } from 'node:net'
import type { Statement } from '#kernel/db/transaction.ts'
import type { Entry } from '#kernel/operation/ports.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** A list of identifiers longer than this is cut: the trace says what was aimed at, not all of an import. */
const MOST = 50

const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

/**
 * Identifiers of an input, by the fields that the operation declares. A refused input comes as it was sent, so nothing of it is
 * trusted: neither its names of fields nor their types.
 */
export const identifiersOf = ({ operation, input }: Pick<Entry, 'operation' | 'input'>): Record<string, string | string[]> => {
  const given = Object(input) as Record<string, unknown>
  return Object.fromEntries(Object.keys(operation.input.shape).flatMap((field): [string, string | string[]][] => {
    const value = given[field]
    if (isId(value)) return [[field, value]]
    const ids = Array.isArray(value) ? value.filter(isId).slice(0, MOST) : []
    return ids.length > 0 ? [[field, ids]] : []
  }))
}

/** The identifier that ends the route's path: `/bases/:baseId/members/:personId` is about the person. */
const targetOf = (route: string, ids: Record<string, string | string[]>): string | null => {
  const target = ids[/.*:(\w+)/.exec(route)?.[1] ?? '']
  return typeof target === 'string' ? target : null
}

/** PostgreSQL reads no zone (`fe80::1%eth0`); an address that is none must not fail the command; one of IPv4 has one form. */
const networkAddress = (address = '') => {
  const [plain = ''] = address.replace(/^::ffff:(?=[\d.]+$)/i, '').split('%')
  return isIP(plain) ? plain : null
}

/**
 * Writes an entry with its payload: one row, by one prepared statement, sent with the commit. Of an impersonation `person_id` is who acts,
 * and `acting_for` the person in whose place.
 */
export const entryStatement = (entry: Entry): Statement => {
  const ids = identifiersOf(entry)
  const { actor, origin } = entry.call
  return {
    name: 'audit',
    text: `insert into audit.entry
        (id, at, person_id, acting_for, client, operation, outcome, code, target, about, request, parameters, address, salt)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      entry.id, entry.at, actor.by ?? actor.id ?? null, actor.by ? actor.id ?? null : null, actor.client ?? null, entry.operation.name,
      entry.outcome, entry.code ?? null, targetOf(entry.operation.http, ids), entry.about ?? null, origin.request,
      Object.keys(ids).length > 0 ? JSON.stringify(ids) : null, networkAddress(origin.address), randomUUID(),
    ],
  }
}
