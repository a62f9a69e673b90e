import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { visitor } from '#kernel/operation/actor.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { aSession, anAdministrator, world } from '../../fixtures.ts'
import { hashOfCode } from '../../recovery.ts'
import { askPasskey } from './ask-passkey.ts'
import { enrolTotp } from './enrol-totp.ts'
import { keepRecoveryCodes } from './keep-recovery-codes.ts'
import { offerRecoveryCodes } from './offer-recovery-codes.ts'
import { offerTotp } from './offer-totp.ts'
import { proveByCode } from './prove-by-code.ts'
import { proveByPasskey } from './prove-by-passkey.ts'
import { proveByRecoveryCode } from './prove-by-recovery-code.ts'
import { removeFactor } from './remove-factor.ts'
import { showSecondFactor } from './show-second-factor.ts'
import { showSecurity } from './show-security.ts'
import { codeAt } from '../../totp.ts'

const STEP = 30_000
const codeOf = (shown: string, at = Date.now()) => {
  const bits = shown.replaceAll(' ', '').split('').map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return codeAt(Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2))), at)
}

test('a visitor proves nothing: they are asked to sign in', async () => {
  const { as } = await world()
  for (const attempt of [
    () => as().run(showSecondFactor, {}), () => as().run(proveByCode, { code: '000000' }), () => as().run(proveByRecoveryCode, { code: 'x' }),
    () => as().run(askPasskey, {}), () => as().run(proveByPasskey, { answer: '{}' }), () => as().run(offerTotp, {}),
    () => as().run(enrolTotp, { code: '000000' }), () => as().run(offerRecoveryCodes, {}), () => as().run(keepRecoveryCodes, { sealed: 'x' }),
    () => as().run(showSecurity, {}),
  ]) await expect(attempt()).rejects.toMatchObject({ status: 401 })
})

test('a good code proves once; within its window it does not serve again, nor does an earlier one', async () => {
  const { as, db } = await world()
  const ada = await anAdministrator()
  const half = as(await aSession(ada.id, null))
  expect(await half.run(showSecondFactor, {})).toMatchObject({ totp: true, passkey: false, whole: false })
  const code = ada.code()
  expect(await half.run(proveByCode, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).toEqual({ proved: true })
  expect(await half.run(proveByCode, { code })).toEqual({ proved: false })
  expect(await as(await aSession(ada.id, null)).run(proveByCode, { code })).toEqual({ proved: false })
  expect(await half.run(proveByCode, { code: ada.code(Date.now() - STEP) })).toEqual({ proved: false })
  const tries = await db.selectFrom('staff.attempt').select('succeeded').where('person_id', '=', ada.id).orderBy('id').execute()
  expect(tries.map(({ succeeded }) => succeeded)).toEqual([true, false, false, false])
})

test('two who send the same code at once: one is proved', async () => {
  const { as } = await world()
  const ada = await anAdministrator()
  const [one, two] = await Promise.all([aSession(ada.id, null), aSession(ada.id, null)])
  const code = ada.code()
  const both = await Promise.all([as(one).run(proveByCode, { code }), as(two).run(proveByCode, { code })])
  expect(both.filter(({ proved }) => proved)).toHaveLength(1)
})

test('wrong codes are limited for a quarter of an hour, in parallel too, and for nobody else; nobody is locked out for good', async () => {
  const { as, db } = await world()
  const [ada, eve] = [await anAdministrator(), await anAdministrator()]
  const sessions = await Promise.all(Array.from({ length: 12 }, () => aSession(ada.id, null)))
  const guesses = await Promise.allSettled(sessions.map((session) => as(session).run(proveByCode, { code: '12345x' })))
  expect(guesses.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  const half = as(await aSession(ada.id, null))
  await expect(half.run(proveByCode, { code: ada.code() })).rejects.toMatchObject({ code: 'staff.too-many-tries', status: 429, details: { minutes: 15 } })
  await expect(half.run(proveByRecoveryCode, { code: 'x' })).rejects.toMatchObject({ status: 429 })
  // A passkey cannot be guessed: it is not concerned.
  expect(await half.run(proveByPasskey, { answer: '{}' })).toEqual({ proved: false })
  expect(await as(await aSession(eve.id, null)).run(proveByCode, { code: eve.code() })).toEqual({ proved: true })
  await db.updateTable('staff.attempt').set({ at: sql`at - interval '16 minutes'` }).where('person_id', '=', ada.id).execute()
  expect(await half.run(proveByCode, { code: ada.code() })).toEqual({ proved: true })
})

test('the trace keeps every try, and no secret', async () => {
  const { as, db } = await world()
  const ada = await anAdministrator()
  const half = await aSession(ada.id, null)
  const code = ada.code()
  await as(half).run(proveByCode, { code: '000001' }, { key: v7() })
  await as(half).run(proveByCode, { code }, { key: v7() })
  const { rows } = await sql<{ after: { succeeded: boolean } }>`select change.after from audit.change join audit.entry on entry.id = change.entry_id
    where table_name = 'staff.attempt' and operation = 'staff.proveByCode' and after ->> 'person_id' = ${ada.id} order by change.id`.execute(db)
  expect(rows.map(({ after }) => after.succeeded)).toEqual([false, true])
  for (const table of ['audit.entry', 'audit.change', 'kernel.idempotency', 'staff.factor', 'staff.attempt']) {
    expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table).not.toContain(code)
  }
  const { secret } = await db.selectFrom('staff.factor').select('secret').where('person_id', '=', ada.id).executeTakeFirstOrThrow()
  expect((secret as Buffer).includes(ada.secret)).toBe(false)
})

test('at the first entry a secret is offered, the same until it is taken; the code that shows it is spent', async () => {
  const { as } = await world()
  const ada = await anAdministrator({ enrolled: false })
  const half = as(await aSession(ada.id, null))
  const offer = await half.run(offerTotp, {})
  expect(offer.picture).toMatchObject({ size: expect.any(Number), path: expect.stringMatching(/^M0 0h1v1h-1z/) })
  expect(offer.address).toMatch(/^otpauth:\/\/totp\//)
  expect(await half.run(enrolTotp, { code: '000000' })).toEqual({ enrolled: false })
  expect((await half.run(offerTotp, {})).secret).toBe(offer.secret)
  const code = codeOf(offer.secret)
  expect(await half.run(enrolTotp, { code, name: 'Bleu' })).toEqual({ enrolled: true })
  expect(await half.run(proveByCode, { code })).toEqual({ proved: false })
  expect((await as(await aSession(ada.id, 'totp')).run(offerTotp, {})).secret).not.toBe(offer.secret)
})

test('half a session of somebody who has a factor adds none: the first factor alone would open everything', async () => {
  const { as } = await world()
  const ada = await anAdministrator()
  const half = as(await aSession(ada.id, null))
  await expect(half.run(offerTotp, {})).rejects.toMatchObject({ status: 401 })
  await expect(half.run(enrolTotp, { code: '000000' })).rejects.toMatchObject({ status: 401 })
})

test('adding, codes and removing ask a recent proof', async () => {
  const { as } = await world()
  const ada = await anAdministrator()
  const old = as(await aSession(ada.id, 'totp', { provedAt: new Date(Date.now() - 60 * 60_000).toISOString() }))
  for (const attempt of [
    () => old.run(offerTotp, {}), () => old.run(enrolTotp, { code: '1' }), () => old.run(offerRecoveryCodes, {}),
    () => old.run(keepRecoveryCodes, { sealed: 'x' }), () => old.run(removeFactor, { factorId: ada.factorId! }),
  ]) await expect(attempt()).rejects.toMatchObject({ code: 'proof-required', status: 403 })
  await old.run(showSecurity, {})
})

test('recovery codes: shown once, hashed, each good once, replaced by the next ones', async () => {
  const { as, db } = await world()
  const ada = await anAdministrator()
  const whole = as(await aSession(ada.id, 'totp'))
  const first = await whole.run(offerRecoveryCodes, {})
  const half = as(await aSession(ada.id, null))
  expect(await half.run(proveByRecoveryCode, { code: first.codes[0]! })).toEqual({ proved: false, left: 0 })
  expect(await whole.run(keepRecoveryCodes, { sealed: first.sealed })).toEqual({ codes: 10 })
  const kept = JSON.stringify(await db.selectFrom('staff.recovery_code').selectAll().where('person_id', '=', ada.id).execute())
  expect(first.codes.some((code) => kept.includes(code))).toBe(false)
  expect(await half.run(proveByRecoveryCode, { code: first.codes[0]!.toLowerCase().replaceAll('-', ' ') })).toEqual({ proved: true, left: 9 })
  expect(await half.run(proveByRecoveryCode, { code: first.codes[0]! })).toEqual({ proved: false, left: 0 })
  const second = await whole.run(offerRecoveryCodes, {})
  expect(second.inForce).toBe(9)
  await whole.run(keepRecoveryCodes, { sealed: second.sealed })
  expect(await half.run(proveByRecoveryCode, { code: first.codes[1]! })).toMatchObject({ proved: false })
})

test('codes that are not ours, or are somebody else\'s, are not taken', async () => {
  const { as, db } = await world()
  const [ada, eve] = [await anAdministrator(), await anAdministrator()]
  const theirs = await as(await aSession(eve.id, 'totp')).run(offerRecoveryCodes, {})
  const whole = as(await aSession(ada.id, 'totp'))
  for (const sealed of [theirs.sealed, 'AAAA', Buffer.from('{"codes":["x"]}').toString('base64url')]) {
    await expect(whole.run(keepRecoveryCodes, { sealed })).rejects.toMatchObject({ code: 'staff.codes-too-late' })
  }
  expect(await db.selectFrom('staff.recovery_code').select('id').where('code_hash', '=', hashOfCode(theirs.codes[0]!)).execute()).toEqual([])
})

test('one factor always stays, even when two are taken away at once; another\'s is not seen', async () => {
  const { as } = await world()
  const [ada, eve] = [await anAdministrator(), await anAdministrator()]
  const whole = as(await aSession(ada.id, 'totp'))
  await expect(whole.run(removeFactor, { factorId: ada.factorId! })).rejects.toMatchObject({ code: 'staff.last-factor', status: 409 })
  await expect(whole.run(removeFactor, { factorId: eve.factorId! })).rejects.toMatchObject({ status: 404 })
  expect(await whole.run(enrolTotp, { code: codeOf((await whole.run(offerTotp, {})).secret) })).toEqual({ enrolled: true })
  const { factors } = await whole.run(showSecurity, {})
  const gone = await Promise.allSettled(factors.map(({ id }) => whole.run(removeFactor, { factorId: id })))
  expect(gone.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await whole.run(showSecurity, {})).factors).toHaveLength(1)
})

test('a person who signed in without administering may see nothing of it', async () => {
  const { as, db } = await world()
  const person = await makePerson(db)
  const actor = { ...visitor, id: person.id }
  await expect(as(actor).run(showSecurity, {})).rejects.toMatchObject({ status: 403 })
  await expect(as(actor).run(removeFactor, { factorId: v7() })).rejects.toMatchObject({ status: 404 })
})
