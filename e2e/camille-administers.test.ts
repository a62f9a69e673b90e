import type { CDPSession, Locator, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { pages as accessPages } from '#modules/access/web/back-office/routes.ts'
import { pages as portalPages } from '#modules/identity/web/routes.ts'
import { pages as moderationPages } from '#modules/moderation/web/back-office/routes.ts'
import { pages as organisationsPages } from '#modules/organisations/web/back-office/routes.ts'
import { pages as settingsPages } from '#modules/settings/web/back-office/routes.ts'
import { pages as staffPages } from '#modules/staff/web/back-office/routes.ts'
import { pages as supervisionPages } from '#modules/supervision/web/back-office/routes.ts'
import { backOffice, enterBackOffice, firstFactor, nextCode, type Entering } from './testing/back-office.ts'
import { aVisitor, withBrowser } from './testing/browser.ts'
import { owner } from './testing/owner.ts'

withBrowser()

/** A key in software that is always unlocked (https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/). */
const aKey = async (page: Page): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'usb', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return session
}

test('Camille enters by two factors, adds a key, takes recovery codes, and comes back with each', async () => {
  const camille = await aVisitor({ at: backOffice() })
  const { page, go, follow } = camille
  await firstFactor(camille)
  // Half of the way in opens nothing.
  await go('/securite')
  expect(new URL(page.url()).pathname).toBe('/identification/second-facteur')
  await page.getByLabel('Code de votre application').fill('000000')
  await follow(page.getByRole('button', { name: 'Entrer', exact: true }), 'wrong-totp')
  await page.getByText('Ce code n’est pas le bon').waitFor()
  await page.getByLabel('Code de votre application').fill(await nextCode())
  await follow(page.getByRole('button', { name: 'Entrer', exact: true }), '/securite')
  await aKey(page)
  await follow(page.getByRole('link', { name: 'Ajouter une clé d’accès' }), '/securite/cle')
  await page.getByLabel('Nom, pour la reconnaître').fill('Clé bleue')
  await follow(page.getByRole('button', { name: 'Enregistrer cette clé' }), 'fait=added')
  await page.getByRole('rowheader', { name: 'Clé bleue' }).waitFor()
  await follow(page.getByRole('link', { name: 'Ajouter une application' }), '/securite/application')
  await page.getByRole('img', { name: /Image à lire/ }).waitFor()
  await go('/securite')
  await follow(page.getByRole('link', { name: 'Faire de nouveaux codes' }), '/securite/codes')
  const [code] = await page.getByRole('list', { name: 'Nouveaux codes' }).getByRole('listitem').allTextContents()
  await follow(page.getByRole('button', { name: 'J’ai noté ces codes' }), '/securite')
  await page.getByText('Il vous reste 10 codes.').waitFor()

  await page.getByText('Camille Rostang').first().click()
  await follow(page.getByRole('button', { name: 'Fermer ma session' }).first(), '/identification')
  await firstFactor(camille)
  await follow(page.getByRole('button', { name: 'Utiliser ma clé d’accès' }), /localhost:\d+\/$/)
  await page.getByText('Camille Rostang').first().click()
  await follow(page.getByRole('button', { name: 'Fermer ma session' }).first(), '/identification')
  await firstFactor(camille)
  await page.getByLabel('Code de secours').fill(code!)
  await follow(page.getByRole('button', { name: 'Entrer avec ce code' }), '/securite?fait=recovered')
  await page.getByText('Il vous reste 9 codes.').waitFor()
  await follow(page.getByRole('button', { name: 'Retirer Clé bleue' }), '/securite')
  expect(await page.getByRole('rowheader', { name: 'Clé bleue' }).count()).toBe(0)
  await camille.leave()
})

test('without JavaScript, on a phone, in the dark, all of it works but keys', async () => {
  const camille = await aVisitor({ at: backOffice(), javaScript: false, width: 360, height: 740, colorScheme: 'dark' })
  await enterBackOffice(camille)
  for (const { path } of staffPages.filter(({ path: one }) => !one.includes('/lien'))) await camille.go(path)
  await camille.leave()
})

/** Pages of a module that stand by themselves, whatever is in the database. */
const alone = (pages: readonly { path: string }[]) => pages.map(({ path }) => path).filter((path) => !path.includes(':'))

test('rights, programs, jobs, health, figures, moderation and settings: on a phone in the dark without JavaScript, and on a wide screen', { timeout: 120_000 }, async () => {
  const paths = [accessPages, supervisionPages, moderationPages, settingsPages, organisationsPages].flatMap(alone).filter((path) => path !== '/droits/action')
    .concat('/droits/action?operation=bases.publishResource')
  for (const options of [{ javaScript: false, width: 360, height: 740, colorScheme: 'dark' as const }, {}]) {
    const camille = await aVisitor({ at: backOffice(), ...options })
    await enterBackOffice(camille)
    for (const path of paths) expect(await camille.go(path), path).toBe(200)
    // What one row leads to.
    for (const [list, to] of [['/signalements', /\/signalements\/[\da-f-]{36}$/], ['/taches', /\/taches\/[\da-f-]{36}$/], ['/droits', /\/droits\//]] as const) {
      await camille.go(list)
      const href = await camille.page.getByRole('main').getByRole('link').evaluateAll((links, source) =>
        links.map((link) => link.getAttribute('href') ?? '').find((one) => new RegExp(source).test(one)), to.source)
      if (href) expect(await camille.go(href), href).toBe(200)
    }
    await camille.leave()
  }
})

test('the page warns before it closes the session, and lets one stay', async () => {
  const camille = await aVisitor({ at: backOffice() })
  const { page, look } = camille
  await page.clock.install()
  await enterBackOffice(camille)
  await page.clock.fastForward('08:10')
  const dialog = page.getByRole('dialog', { name: 'Êtes-vous toujours là ?' })
  await dialog.waitFor()
  await look()
  await dialog.getByRole('button', { name: 'Rester' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await camille.leave()
})

test('nothing in the portal leads to the back office, and neither serves the other\'s pages', async () => {
  const { address } = inject('product')
  const ask = (origin: string, path: string) => fetch(origin + path, { redirect: 'manual' }).then(({ status }) => status)
  for (const { path } of staffPages) expect(await ask(address, path), path).toBe(404)
  for (const { path } of portalPages) expect(await ask(backOffice(), path.replace(/:\w+/g, 'x')), path).toBe(404)
  for (const path of ['/ressources', '/sw.js', '/api/openapi.json', '/api/me', '/demonstration', '/demonstration/courrier', '/files/x']) {
    expect(await ask(backOffice(), path), path).toBe(404)
  }
  expect((await fetch(`${backOffice()}/demonstration/sign-in`, { method: 'POST', headers: { origin: backOffice() } })).status).toBe(404)
  const style = /\/gestion\/[\w.-]+\.css/.exec(await (await fetch(`${backOffice()}/identification`)).text())![0]
  expect([await ask(backOffice(), style), await ask(address, style)]).toEqual([200, 404])
  for (const path of ['/', '/ressources', '/connexion', '/accessibilite', '/api', '/robots.txt', '/api/openapi.json']) {
    const text = await (await fetch(address + path)).text()
    expect(text.includes(new URL(backOffice()).host) || /back-office|\/identification|\/gestion\//.test(text), path).toBe(false)
  }
  const policy = (await fetch(`${backOffice()}/identification`)).headers.get('content-security-policy')!
  expect(policy.replace("img-src 'self' data:", '')).not.toMatch(/unsafe|data:|blob:|https?:|nonce|\*/)
})

/** Another tab of the same browser, of which nobody looks at the pages. */
const inTab = (page: Page): Entering => ({
  page, go: async (path) => (await page.goto(path))!.status(),
  follow: async (link, to) => {
    await (link as Locator).click()
    await page.waitForURL((url) => typeof to === 'string' ? url.href.includes(to) : to.test(url.href))
  },
})

test('without JavaScript, what Camille typed outlives her session', async () => {
  const camille = await aVisitor({ at: backOffice(), javaScript: false, width: 360, height: 740 })
  const { page, look, follow, go } = camille
  await enterBackOffice(camille)
  await go('/organisations/nouvelle')
  await page.getByLabel('Type', { exact: true }).selectOption({ index: 1 })
  await page.locator('input[name=name]').fill('Maison de quartier des Lilas')
  // As it is after ten minutes: the browser has a cookie that opens nothing any more.
  await (await owner()).query(`update staff.session set last_seen_at = now() - interval '11 minutes'`)
  const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'),
    page.getByRole('main').getByRole('button', { name: 'Ouvrir l’organisation' }).click()])
  expect(answer.status()).toBe(401)
  await page.getByRole('heading', { level: 1, name: 'Votre session est terminée' }).waitFor()
  expect(await page.getByText('Maison de quartier des Lilas').inputValue()).toBe('Maison de quartier des Lilas')
  await look()
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: /Me reconnecter/ }).click()])
  await enterBackOffice(inTab(tab))
  await tab.close()
  await follow(page.getByRole('button', { name: 'Envoyer à nouveau' }), '/organisations')
  await page.getByText('Maison de quartier des Lilas').first().waitFor()
  await camille.leave()
})
