import { v7 } from '#kernel/id.ts'
import { dateIn } from '#kernel/date.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { terms } from './module.ts'
import { publishTerms } from './operations/back-office/publish-terms.ts'
import { saveDraft } from './operations/back-office/save-draft.ts'

export const world = worldOf(terms)
export const aPerson = async () => makePerson((await world()).db)
export const anAdministrator = async (): Promise<Actor> => ({
  id: (await makePerson((await world()).db, { platformRoles: ['administrator'] })).id,
  grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris',
})

/** Signed in by a session of their own. */
export const bySession = ({ id }: { id: string }, more: Partial<Actor> = {}): Actor => ({
  id, grants: [], timeZone: 'Europe/Paris', session: { id: v7(), method: 'test', signedInAt: new Date().toISOString() }, ...more,
})

/** A calendar date, so many days from today. */
export const day = (days: number) => dateIn(new Date(Date.now() + days * 86_400_000))

export const aText = {
  changes: 'Nous disons combien de temps vos messages sont gardés.', body: '# À quoi il sert\n\nÀ **partager**.', appliesFrom: day(0),
}

/** Writes a version and publishes it, as an administrator does. @returns its number. */
export const aVersion = async (given: Partial<typeof aText> = {}): Promise<number> => {
  const { run } = (await world()).as(await anAdministrator())
  const { version } = await run(saveDraft, { ...aText, ...given }, { version: 0 })
  return (await run(publishTerms, {}, { version })).number
}

/** Nothing is published any more: the owner alone can, for a test. */
export const nothingPublished = async () => {
  const { pools } = await world()
  await pools.owner.query(`truncate terms.version, terms.acceptance; delete from settings.change; delete from settings.setting;
    update identity.account set terms_version = null`)
}
