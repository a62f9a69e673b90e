import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { masterKeys, partsOf, sealed, unwrap, wrap, type Keys } from './sealed.ts'

const aKey = () => randomBytes(32)
const keys = (...ids: string[]): Keys => ({ current: ids.at(-1)!, all: new Map(ids.map((id) => [id, aKey()])) })
const place = { table: 'access.signing_key', column: 'private_key', row: 'row-1', organisation: 'org-1' }

test('a text opens where it was sealed, and each sealing of it is another', () => {
  const { seal, open } = sealed(keys('a'))
  for (const text of ['', 'secret', 'Été à Noël 🎄'.repeat(500)]) {
    const once = seal(text, place)
    expect(once).not.toContain(text || 'nothing of it')
    expect(seal(text, place)).not.toBe(once)
    expect(open(once, place)).toBe(text)
  }
})

test.each(['table', 'column', 'row', 'organisation'])('it does not open from another %s', (part) => {
  const { seal, open } = sealed(keys('a'))
  expect(() => open(seal('secret', place), { ...place, [part]: 'elsewhere' })).toThrow(expect.objectContaining({ code: 'SECRET_ALTERED' }))
})

test('fields of a place do not run into one another', () => {
  const { seal, open } = sealed(keys('a'))
  const text = seal('secret', { table: 'a', column: 'bc', row: 'd' })
  expect(() => open(text, { table: 'ab', column: 'c', row: 'd' })).toThrow(expect.objectContaining({ code: 'SECRET_ALTERED' }))
})

test('one bit changed anywhere, and it does not open', () => {
  const { seal, open } = sealed(keys('a'))
  const text = seal('secret', place)
  const { bytes } = partsOf(text)
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    expect(() => open(`1.a.${changed.toString('base64url')}`, place)).toThrow(expect.objectContaining({ code: 'SECRET_ALTERED' }))
  }
})

test('what is not of our form is refused, whatever it is', () => {
  const { seal, open } = sealed(keys('a'))
  const text = seal('secret', place)
  for (const wrong of ['', 'secret', text.slice(2), `2${text.slice(1)}`, '1.a.AAAA', `${text} `, text.replace('1.a.', '1..'), `1.a.${'!'.repeat(50)}`]) {
    expect(() => open(wrong, place), wrong).toThrow(expect.objectContaining({ code: 'SECRET_MALFORMED' }))
  }
})

test('a key that is unknown says so, and the same bytes under the name of another key do not open', () => {
  const ours = keys('a', 'b')
  const { seal, open } = sealed(ours)
  const text = seal('secret', place)
  expect(partsOf(text).keyId).toBe('b')
  expect(() => sealed(keys('c')).open(text, place)).toThrow(expect.objectContaining({ code: 'SECRET_KEY' }))
  // Even when both names are the same key: the name is bound too.
  const twins = sealed({ current: 'b', all: new Map([['a', ours.all.get('b')!], ['b', ours.all.get('b')!]]) })
  expect(() => twins.open(text.replace('1.b.', '1.a.'), place)).toThrow(expect.objectContaining({ code: 'SECRET_ALTERED' }))
  expect(open(text, place)).toBe('secret')
})

test('while data keys rotate both open, the new one seals, and equality is found under both', () => {
  const before = keys('a')
  const during: Keys = { current: 'b', all: new Map([...before.all, ['b', aKey()]]) }
  const old = sealed(before)
  const text = old.seal('1 85 05 78 006 084', place)
  const index = old.index('185057800608491', place)
  const now = sealed(during)
  expect(now.open(text, place)).toBe('1 85 05 78 006 084')
  expect(partsOf(now.seal('x', place)).keyId).toBe('b')
  expect(now.indexes('185057800608491', place)).toEqual([index, now.index('185057800608491', place)])
  expect(now.index('185057800608491', place)).not.toBe(index)
})

test('a blind index is the same in all rows of a column, and tells nothing across columns, organisations and texts', () => {
  const { index } = sealed(keys('a'))
  const column = { table: 'follow_up.file', column: 'nir', organisation: 'org-1' }
  expect(index('185', { ...column })).toBe(index('185', column))
  const others = [index('186', column), ...['table', 'column', 'organisation'].map((part) => index('185', { ...column, [part]: 'other' }))]
  expect(new Set([index('185', column), ...others]).size).toBe(5)
  expect(sealed(keys('a')).index('185', column)).not.toBe(index('185', column))
})

test('a data key is wrapped for its name and its organisation, and master keys rotate', () => {
  const [one, two] = [aKey().toString('base64'), aKey().toString('base64')]
  const key = aKey()
  const text = wrap(masterKeys(one), key, 'id', 'org-1')
  expect(text).not.toContain(key.toString('base64url'))
  expect(unwrap(masterKeys(one), text, 'id', 'org-1')).toEqual(key)
  expect(() => unwrap(masterKeys(one), text, 'other', 'org-1')).toThrow(expect.objectContaining({ code: 'SECRET_ALTERED' }))
  expect(() => unwrap(masterKeys(one), text, 'id', 'org-2')).toThrow(expect.objectContaining({ code: 'SECRET_ALTERED' }))
  expect(() => unwrap(masterKeys(one), text, 'id', null)).toThrow(expect.objectContaining({ code: 'SECRET_ALTERED' }))
  expect(() => unwrap(masterKeys(two), text, 'id', 'org-1')).toThrow(expect.objectContaining({ code: 'SECRET_KEY' }))
  const both = masterKeys(`${two}, ${one}`)
  expect(unwrap(both, text, 'id', 'org-1')).toEqual(key)
  expect(unwrap(masterKeys(two), wrap(both, key, 'id', 'org-1'), 'id', 'org-1')).toEqual(key)
})

test('a master key of another length is refused, without being told', () => {
  for (const wrong of ['', 'c2hvcnQ=', `${aKey().toString('base64')},c2hvcnQ=`]) {
    expect(() => masterKeys(wrong)).toThrow(/32 bytes in base64/)
    expect(() => masterKeys(wrong)).not.toThrow(/c2hvcnQ/)
  }
})
