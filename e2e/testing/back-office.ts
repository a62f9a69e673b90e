import { expect, inject } from 'vitest'
import { administrator, codeOfTheMoment } from '#demo/staff.ts'
import { aVisitor, type Visitor } from './browser.ts'
import { owner } from './owner.ts'

export const backOffice = () => inject('product').backOffice

/** Who enters, in one of their tabs. */
export type Entering = Pick<Visitor, 'page' | 'go' | 'follow'>

const STEP = 30_000
let last = 0
/** A code serves once, and those before it no more: each is one step further than the last, within what clocks may differ. */
export const nextCode = async () => {
  const now = Math.floor(Date.now() / STEP)
  const step = Math.max(last + 1, now - 1)
  if (step > now + 1) await new Promise((resolve) => { setTimeout(resolve, (step - 1) * STEP - Date.now() + 500) })
  last = step
  return codeOfTheMoment(step * STEP)
}

/** Asks the mail of the first factor, reads it in the demonstration's mailbox as anybody may on this machine, and follows it. */
export const firstFactor = async ({ page, go, follow }: Entering) => {
  const reader = await aVisitor()
  const linkNow = async () => {
    await reader.page.goto('/demonstration/courrier')
    const row = reader.page.getByRole('row', { name: administrator.email }).first()
    if (await row.count() === 0) return null
    await row.getByRole('link').click()
    return reader.page.getByRole('main').getByRole('link', { name: '/identification/lien' }).getAttribute('href')
  }
  const before = await linkNow()
  // Ten links in a quarter of an hour are what one administrator may ask, and fewer than what all the journeys do.
  await (await owner()).query('delete from staff.sign_in_limit')
  await go('/')
  expect(new URL(page.url()).pathname).toBe('/identification')
  await page.getByLabel('Adresse électronique professionnelle').fill(administrator.email)
  await follow(page.getByRole('button', { name: 'Recevoir un lien' }), '/identification/lien-envoye')
  let address: string | null = null
  await expect.poll(async () => {
    address = await linkNow()
    return address !== before && address !== null
  }, { timeout: 20_000 }).toBe(true)
  await reader.page.goto('about:blank')
  // A scanner of mail opens it first.
  expect((await fetch(address!)).status).toBe(200)
  await go(address!)
  await follow(page.getByRole('button', { name: 'Continuer' }), '/identification/second-facteur')
}

/** Enters the back office as its administrator, by the mail and by a code. */
export const enterBackOffice = async (visitor: Entering) => {
  const { page } = visitor
  await firstFactor(visitor)
  const entered = page.getByRole('heading', { level: 1, name: /Bonjour Camille/ })
  // Another journey may have used a code a moment ago.
  for (let tries = 3; tries > 0; tries--) {
    await page.getByLabel('Code de votre application').fill(await nextCode())
    await page.getByRole('button', { name: 'Entrer', exact: true }).click()
    if (await entered.waitFor({ timeout: 5000 }).then(() => true, () => tries === 1)) break
  }
  await entered.waitFor()
}
