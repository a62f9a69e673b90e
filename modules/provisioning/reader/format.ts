import { fieldOf, plain, type Field } from './fields.ts'

/** Forms of a list of people that headings tell apart; all become the same fields. */
export const formats = ['mahara', 'avenirs', 'supann', 'oneroster', 'aaf', 'siecle', 'own'] as const
export type Format = typeof formats[number]

const signatures: [Format, (names: ReadonlySet<string>) => boolean][] = [
  ['mahara', (names) => ['username', 'email', 'firstname', 'lastname'].every((name) => names.has(name)) && !names.has('eppn')],
  ['avenirs', (names) => names.has('eppn') && ['externalid', 'institutionhai', 'groupidsisco', 'category'].some((name) => names.has(name))],
  ['supann', (names) => [...names].some((name) => name.startsWith('supann') || name.startsWith('eduperson'))],
  ['aaf', (names) => names.has('categoriepersonne')],
  ['siecle', (names) => names.has('eleveid') || (names.has('division') && ['ine', 'idnational', 'identifiantnational'].some((name) => names.has(name)))],
  ['oneroster', (names) => names.has('sourcedid') && names.has('givenname')],
]

export const formatOf = (heading: readonly string[]): Format => {
  const names = new Set(heading.map(plain))
  return signatures.find(([, is]) => is(names))?.[0] ?? 'own'
}

/** The field of each column. A field has one column, the first whose heading says it; only groups may have several. */
export const mappingOf = (heading: readonly string[]): Field[] => {
  const taken = new Set<Field>()
  return heading.map((name) => {
    const field = fieldOf(name)
    if (field !== 'group' && taken.has(field)) return 'ignore'
    taken.add(field)
    return field
  })
}

/** What is wrong with a mapping that a person has chosen: the field that is missing or said twice. */
export const mappingProblem = (mapping: readonly Field[]): { code: 'missing' | 'twice'; field: Field | 'identifier' } | undefined => {
  const seen = new Set<Field>()
  for (const field of mapping) {
    if (seen.has(field) && field !== 'group' && field !== 'ignore') return { code: 'twice', field }
    seen.add(field)
  }
  for (const field of ['lastName', 'firstName'] as const) if (!seen.has(field)) return { code: 'missing', field }
  const names: Field[] = ['eppn', 'externalId', 'studentId', 'employeeId', 'username', 'email']
  return names.some((field) => seen.has(field)) ? undefined : { code: 'missing', field: 'identifier' }
}
