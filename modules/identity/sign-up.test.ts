import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { aPerson, world } from './fixtures.ts'
import { anAdministrator } from './operations/back-office/staff.fixtures.ts'
import { registerPerson } from './operations/back-office/register-person.ts'
import { signInByLink } from './operations/sign-in-by-link.ts'
import { hashOf, newToken } from './token.ts'
import { signUp } from './sign-up.ts'

const aLink = async (email: string) => {
  const { db } = await world()
  const [id, token] = [v7(), newToken()]
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)
  await db.insertInto('identity.sign_in_link')
    .values({ id, email, purpose: 'sign-in', return_to: '/', created_at: at(0), expires_at: at(15) }).execute()
  await db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: id }).execute()
  return token
}

test('when sign-up is closed, who has an account or is invited comes in, and nobody else; the link still works once it is open', async () => {
  const { as, db } = await world()
  const admin = as(await anAdministrator())
  const set = (isOpen: boolean) => db.insertInto('settings.setting').values({ key: signUp.key, value: JSON.stringify({ isOpen }), changed_at: new Date() })
    .onConflict((one) => one.column('key').doUpdateSet({ value: JSON.stringify({ isOpen }) })).execute()
  const known = await aPerson()
  await admin.run(registerPerson, { firstName: 'Eva', lastName: 'Roy', email: 'eva.closed@example.org' })
  await set(false)
  expect(await as().run(signInByLink, { token: await aLink(known.email) })).toMatchObject({ personId: known.id })
  await as().run(signInByLink, { token: await aLink('eva.closed@example.org') })
  const token = await aLink('stranger@example.org')
  await expect(as().run(signInByLink, { token })).rejects.toMatchObject({ code: 'identity.sign-up-closed', status: 403 })
  await set(true)
  expect(await as().run(signInByLink, { token })).toMatchObject({ named: false })
})
