import { z } from 'zod'
import { identifierKinds, plain, type Field, type IdentifierField, type IdentifierKind } from './fields.ts'
import { roleOf, roles, type Role } from './roles.ts'

/** A person as a list describes them. Dates are calendar dates. */
export const personSchema = z.object({
  identifiers: z.array(z.object({ kind: z.enum(Object.values(identifierKinds)), value: z.string() })),
  email: z.string().nullable(), firstName: z.string(), lastName: z.string(),
  role: z.enum(roles), groups: z.array(z.string()), validFrom: z.string().nullable(), validTo: z.string().nullable(),
  /** The list says that this person is no longer there. */
  leaves: z.boolean(),
})
export type ImportedPerson = z.output<typeof personSchema>

export const issueCodes = ['required', 'too-long', 'email', 'date', 'role', 'role-not-yours', 'identifier', 'dates', 'place', 'duplicate', 'conflict'] as const
export interface RowIssue { field: Field | 'identifier'; code: typeof issueCodes[number] }

type Read = { person: ImportedPerson; issue?: undefined } | { issue: RowIssue; person?: undefined }

class Wrong extends Error {
  readonly issue: RowIssue
  constructor(field: RowIssue['field'], code: RowIssue['code']) {
    super(code)
    this.issue = { field, code }
  }
}

/** One space between words, one form of each accent. */
const tidy = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
/** `{SISE}240` → `240`: the label of a SupAnn value says its nomenclature. */
const unlabelled = (text: string) => text.replace(/^\{[^}]*\}/, '')
const listOf = (text: string) => [...new Set(text.split('|').map((one) => tidy(unlabelled(one.trim()))).filter(Boolean))]

const nameIn = (text: string, field: Field) => {
  const name = tidy(text)
  if (!name) throw new Wrong(field, 'required')
  if (name.length > 100) throw new Wrong(field, 'too-long')
  return name
}

const address = z.email().max(254)
const emailIn = (text: string) => {
  const email = tidy(text).replace(/^mailto:/i, '').toLowerCase()
  if (!email) return null
  if (!address.safeParse(email).success) throw new Wrong('email', 'email')
  return email
}

/** `2026-09-01`, also with an hour after it; `1/09/2026`, the day first; nothing. */
const dateIn = (text: string, field: Field) => {
  const day = tidy(text)
  if (!day) return null
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(day)
  const written = french ? `${french[3]}-${french[2]!.padStart(2, '0')}-${french[1]!.padStart(2, '0')}` : /^\d{4}-\d{2}-\d{2}/.exec(day)?.[0]
  const date = new Date(`${written}T00:00:00Z`)
  // 31 February is read as 3 March: the text must come back as it was.
  if (!written || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written) throw new Wrong(field, 'date')
  return written
}

const GONE = new Set(['inactive', 'inactif', 'inactive', 'false', 'faux', '0', 'tobedeleted', 'deleted', 'suspended', 'closed', 'parti', 'partie', 'non'])

/** Identifiers of a row, whatever else is wrong with it. @throws Wrong for one that is too long. */
const identifiersOf = (cell: (field: Field) => string) =>
  (Object.entries(identifierKinds) as [IdentifierField, IdentifierKind][]).flatMap(([field, kind]) => {
    const value = tidy(unlabelled(cell(field)))
    if (value.length > 200) throw new Wrong(field, 'too-long')
    return value ? [{ kind, value }] : []
  })

/** Reads the cells of one row by the mapping. @param fallback the role of those whose row says none. */
export const readPerson = (cells: readonly string[], mapping: readonly Field[], fallback: Role): Read => {
  const all = (field: Field) => mapping.flatMap((one, at) => one === field && cells[at] ? [cells[at]] : [])
  const cell = (field: Field) => all(field)[0] ?? ''
  try {
    const identifiers = identifiersOf(cell)
    const leaves = GONE.has(plain(cell('status')))
    // Of who leaves, a list may say no more than who they are.
    const named = leaves && identifiers.length > 0 ? tidy : nameIn
    const lastName = named(cell('lastName'), 'lastName')
    const firstName = named(cell('firstName'), 'firstName')
    const email = emailIn(cell('email').split('|')[0] ?? '')
    if (identifiers.length === 0 && !email) throw new Wrong('identifier', 'identifier')
    const role = cell('role') ? roleOf(cell('role')) : fallback
    if (!role) throw new Wrong('role', 'role')
    const groups = [...new Set(all('group').flatMap(listOf))]
    if (groups.some((group) => group.length > 120)) throw new Wrong('group', 'too-long')
    const validFrom = dateIn(cell('validFrom'), 'validFrom')
    const validTo = dateIn(cell('validTo'), 'validTo')
    if (validFrom && validTo && validTo < validFrom) throw new Wrong('validTo', 'dates')
    return { person: { identifiers, email, firstName, lastName, role, groups, validFrom, validTo, leaves } }
  } catch (error) {
    if (error instanceof Wrong) return { issue: error.issue }
    throw error
  }
}

/** What a row in quarantine lets know of whom it speaks, so that a mistake in a list makes nobody leave. */
export const identifiersIn = (cells: readonly string[], mapping: readonly Field[]): { kind: IdentifierKind; value: string }[] => {
  try {
    return identifiersOf((field) => cells[mapping.indexOf(field)] ?? '')
  } catch (error) {
    if (error instanceof Wrong) return []
    throw error
  }
}

/** By what two rows are known to speak of one person: the surest identifier, else the address. */
export const keyOf = ({ identifiers, email }: ImportedPerson): string => {
  const [first] = identifiers
  return first ? `${first.kind}:${first.value.toLowerCase()}` : `email:${email}`
}
