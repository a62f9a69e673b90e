import { expect, test } from 'vitest'
import { aSession, anAdministrator, world } from '../../fixtures.ts'
import { askPasskeyEnrolment } from './ask-passkey-enrolment.ts'
import { enrolPasskey } from './enrol-passkey.ts'
import { signInByProConnect } from './sign-in-by-proconnect.ts'

test('who administers is given what a key must sign, and a key that did not sign it is not added', async () => {
  const { as, db } = await world()
  const ada = await anAdministrator()
  const whole = as(await aSession(ada.id, 'totp'))
  const { options } = await whole.run(askPasskeyEnrolment, {})
  expect(options).toMatchObject({ challenge: expect.any(String), rp: { name: 'Sillage' } })
  expect(await whole.run(enrolPasskey, { answer: JSON.stringify({ id: 'x', response: {} }) })).toEqual({ enrolled: false })
  expect((await db.selectFrom('staff.factor').select('kind').where('person_id', '=', ada.id).execute()).map(({ kind }) => kind)).toEqual(['totp'])
})

test('half a session adds a key to somebody who has no second factor yet, and to nobody else', async () => {
  const { as } = await world()
  const [ada, eve] = [await anAdministrator(), await anAdministrator({ enrolled: false })]
  const [hers, first] = [as(await aSession(ada.id, null)), as(await aSession(eve.id, null))]
  for (const [operation, input] of [[askPasskeyEnrolment, {}], [enrolPasskey, { answer: '{}' }]] as const) {
    await expect(hers.run(operation, input as never)).rejects.toMatchObject({ status: 401 })
    await expect(as().run(operation, input as never)).rejects.toMatchObject({ status: 401 })
  }
  expect((await first.run(askPasskeyEnrolment, {})).options).toHaveProperty('challenge')
})

test('who proved long ago proves again before adding a key', async () => {
  const { as } = await world()
  const ada = await anAdministrator()
  const old = as(await aSession(ada.id, 'totp', { provedAt: new Date(Date.now() - 3_600_000).toISOString() }))
  await expect(old.run(askPasskeyEnrolment, {})).rejects.toMatchObject({ code: 'proof-required', status: 403 })
  await expect(old.run(enrolPasskey, { answer: '{}' })).rejects.toMatchObject({ code: 'proof-required', status: 403 })
})

test('an identity that no provider vouched for opens nothing', async () => {
  const { as } = await world()
  await expect(as().run(signInByProConnect, { ticket: 'made-up' })).rejects.toMatchObject({ status: 404 })
})
