import { expect, test } from 'vitest'
import { explain } from './explain.ts'

const situation = { host: '127.0.0.1', port: 3000, data: '/srv/sillage' }
const external = { ...situation, databaseUrl: 'postgres://ana:secret@db.example:5433/city' }
const failure = (code: string, more: object = {}) => Object.assign(new Error('technical words'), { code, ...more })

test.each([
  ['EADDRINUSE', {}, situation, /^Port 3000 is already in use.*PORT=3001 npm start/],
  ['EACCES', { syscall: 'listen' }, { ...situation, port: 80 }, /may not listen on port 80/],
  ['EACCES', { syscall: 'mkdir', path: '/srv/sillage' }, situation, /cannot write \/srv\/sillage \(permission denied\)/],
  ['EROFS', { path: '/srv/sillage/running' }, situation, /cannot write \/srv\/sillage\/running \(the disk is read-only\)/],
  ['ENOSPC', {}, situation, /The disk that holds \/srv\/sillage is full/],
  ['53100', {}, situation, /is full/],
  ['ECONNREFUSED', {}, external, /No PostgreSQL answers at db\.example:5433/],
  ['ENOTFOUND', { syscall: 'getaddrinfo' }, external, /No PostgreSQL answers/],
  ['ENOTFOUND', { syscall: 'getaddrinfo' }, { ...situation, host: 'wrong' }, /wrong is not an address of this machine/],
  ['28P01', {}, external, /refuses the name or the password of "ana"/],
  ['28P01', {}, situation, /database\.key is not the key of this database/],
  ['3D000', {}, external, /no database "city" at db\.example:5433/],
  ['ERR_INVALID_URL', {}, situation, /^DATABASE_URL is not/],
  ['SILLAGE_OLD_POSTGRES', { message: '14.2' }, external, /PostgreSQL 14\.2, and Sillage needs PostgreSQL 15/],
  ['SILLAGE_ROLES', {}, external, /"city" lacks the roles.*npm run db:roles/],
  ['SILLAGE_NEWER_DATABASE', {}, situation, /newer version/],
  ['SILLAGE_RUNNING', { message: 'Sillage (process 12)' }, situation, /^Sillage \(process 12\) already uses/],
])('%s %o is one sentence', (code, more, where, sentence) => {
  const said = explain(failure(code, more), where)
  expect(said).toMatch(sentence)
  expect(said).not.toMatch(/\n|secret|technical words/)
})

test('the cause, and one of several failures, are explained too', () => {
  expect(explain(new Error('wrapped', { cause: failure('ENOSPC') }), situation)).toMatch(/is full/)
  const several = new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')], 'all addresses failed')
  expect(explain(several, external)).toMatch(/No PostgreSQL answers/)
  expect(explain(new Error('timeout expired'), external)).toMatch(/No PostgreSQL answers/)
  expect(explain(Object.assign(new Error('PORT: wrong.'), { name: 'ConfigError' }), situation)).toBe('PORT: wrong.')
})

test('anything else is not explained: it deserves its stack', () => {
  expect(explain(new TypeError('x is not a function'), situation)).toBeUndefined()
  expect(explain(failure('3D000'), situation)).toBeUndefined()
  expect(explain('text', situation)).toBeUndefined()
})
