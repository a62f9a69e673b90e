import { expect, test } from 'vitest'
import type { Field } from './fields.ts'
import { keyOf, readPerson } from './person.ts'
import { roleOf } from './roles.ts'

const mapping: Field[] = ['studentId', 'lastName', 'firstName', 'email', 'role', 'group', 'status', 'validFrom', 'validTo']
const read = (given: Partial<Record<Field, string>>) => {
  const person: Partial<Record<Field, string>> = { studentId: '42', lastName: 'Martin', firstName: 'Ada', email: 'ada@example.org', ...given }
  return readPerson(mapping.map((field) => person[field] ?? ''), mapping, 'student')
}

test('a row becomes a person', () => {
  const { person } = read({
    lastName: '  LE   GOFF ', firstName: 'Zoe\u0301', email: 'Zoe.LeGoff@Example.org', role: 'Étudiante', group: '{SISE}240|G2|G2', validFrom: '1/09/2026',
    validTo: '2027-08-31T00:00:00Z',
  })
  expect(person).toEqual({
    identifiers: [{ kind: 'student-id', value: '42' }], email: 'zoe.legoff@example.org', firstName: 'Zoé', lastName: 'LE GOFF', role: 'student',
    groups: ['240', 'G2'], validFrom: '2026-09-01', validTo: '2027-08-31', leaves: false,
  })
})

test.each<[Partial<Record<Field, string>>, object]>([
  [{ lastName: ' ' }, { field: 'lastName', code: 'required' }],
  [{ firstName: 'x'.repeat(101) }, { field: 'firstName', code: 'too-long' }],
  [{ email: 'ada@' }, { field: 'email', code: 'email' }],
  [{ email: '', studentId: '' }, { field: 'identifier', code: 'identifier' }],
  [{ role: 'empereur' }, { field: 'role', code: 'role' }],
  [{ validFrom: '31/02/2026' }, { field: 'validFrom', code: 'date' }],
  [{ validFrom: 'demain' }, { field: 'validFrom', code: 'date' }],
  [{ validFrom: '2026-09-01', validTo: '2026-08-01' }, { field: 'validTo', code: 'dates' }],
])('%j is wrong: %j', (given, issue) => expect(read(given)).toEqual({ issue }))

test.each(['inactive', 'FALSE', 'tobedeleted', 'Inactif'])('status %s: the person leaves', (status) => expect(read({ status }).person?.leaves).toBe(true))

test('roles of SupAnn, OneRoster, Avenirs and French lists; the most precise of several', () => {
  expect(['STUDENT', 'STAFF', 'faculty', 'employee|faculty', 'member', 'élève', 'Médiatrice', 'responsable de formation', 'roi'].map(roleOf))
    .toEqual(['student', 'member', 'teacher', 'teacher', 'member', 'student', 'mediator', 'programme-manager', undefined])
})

test('a person is known by the surest identifier, else by the address', () => {
  expect(keyOf(read({ studentId: 'AB1' }).person!)).toBe('student-id:ab1')
  expect(keyOf(read({ studentId: '' }).person!)).toBe('email:ada@example.org')
})
