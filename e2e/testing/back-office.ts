import { expect, inject } from 'vitest'
import { administrator, codeOfTheMoment } from '#demo/staff.ts'
import { aVisitor, type Visitor } from './browser.ts'
import { owner } from './owner.ts'

export const backOffice = () => inject('product').backOffice

/** Who enters, in one of their tabs. */
export type Entering = Pick<Visitor, 'page' | 'go' | 'follow'>

/** A code serves once, and the next one comes after thirty seconds: no journey waits for it. That it serves once is tested in modules/staff. */
export const nextCode = async () => {
  await (await owner()).query('update staff.factor set last_step = null')
  return codeOfTheMoment()
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
  await page.getByLabel('Code de votre application').fill(await nextCode())
  await page.getByRole('button', { name: 'Entrer', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /Bonjour Camille/ }).waitFor()
}
