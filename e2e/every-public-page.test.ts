import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aVisitor, withBrowser } from './testing/browser.ts'

withBrowser()

const fixed = [
  '/', '/ressources', '/ressources?text=ordinateru', '/ressources?text=zzzzzq', '/ressources?themes=parentalite&sort=a-z',
  '/bases', '/bases?text=ecole',
  '/connexion', '/connexion/lien-envoye', '/conditions-d-utilisation', '/demonstration', '/demonstration/courrier', '/api', '/accessibilite',
  '/mentions-legales', '/hors-ligne',
]

const firstLink = async (page: Page, start: string) =>
  page.getByRole('main').locator(`a[href^="${start}"]`).first().getAttribute('href')

test.each([
  { width: 1280, colorScheme: 'dark' as const }, { width: 360, colorScheme: 'dark' as const },
  { width: 1280, colorScheme: 'light' as const },
])('no barrier on any public page, $colorScheme, at $width px', { timeout: 120_000 }, async (options) => {
  const { page, go, leave } = await aVisitor(options)
  for (const path of fixed) expect(await go(path), path).toBe(200)
  await go('/ressources?sort=oldest')
  await go((await firstLink(page, '/ressources/'))!)
  await go('/bases')
  await go((await firstLink(page, '/bases/'))!)
  await leave()
})

test('a page that does not exist says so and leads home; a private one too', async () => {
  const { page, go, follow, leave } = await aVisitor({ colorScheme: 'dark' })
  for (const path of ['/nulle-part', '/ressources/une-ressource-qui-n-existe-pas', '/bases/inconnue', '/collections/inconnue']) {
    expect(await go(path), path).toBe(404)
    await page.getByRole('heading', { level: 1, name: 'Cette page est introuvable' }).waitFor()
  }
  await follow(page.getByRole('link', { name: 'Revenir à l’accueil' }), '/')
  await leave()
})

test('without the network, the page that says so is there', async () => {
  const { page, go } = await aVisitor()
  await go('/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().setOffline(true)
  await page.goto('/ressources')
  await page.getByRole('heading', { level: 1, name: 'Vous êtes hors connexion' }).waitFor()
  await page.context().setOffline(false)
  await page.goto('/ressources')
  await page.getByRole('heading', { level: 1, name: 'Ressources' }).waitFor()
})
