import { createECDH, randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const SCOPE = '/notifications/appareils/'

/** The browser's own service is out of reach of this machine: a stand-in gives an address and keys, and keeps whether it is subscribed. */
const standIn = async ({ page }: Visitor) => {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const given = {
    endpoint: `https://push.example/${randomBytes(8).toString('hex')}`,
    keys: { p256dh: pair.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') },
  }
  await page.addInitScript((subscription) => {
    const kept = 'stand-in'
    const own = {
      ...subscription, options: {}, toJSON: () => subscription,
      unsubscribe: () => { localStorage.removeItem(kept); return Promise.resolve(true) },
    } as unknown as PushSubscription
    PushManager.prototype.subscribe = () => { localStorage.setItem(kept, '1'); return Promise.resolve(own) }
    PushManager.prototype.getSubscription = () => Promise.resolve(localStorage.getItem(kept) ? own : null)
  }, given)
}

/** Gives a message to the service worker as the browser does once it has decrypted it, and reads what the device then shows. */
const delivered = async ({ page }: Visitor, payload: object) => {
  const session = await page.context().newCDPSession(page)
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.endsWith(SCOPE))
      if (own) resolve(own.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.deliverPushMessage',
    { origin: new URL(page.url()).origin, registrationId: await found, data: JSON.stringify(payload) })
  const shown = () => page.evaluate(async (scope) => {
    const registration = await navigator.serviceWorker.getRegistration(scope)
    return (await registration!.getNotifications()).map(({ title, body, tag, data }) => ({ title, body, tag, data: data as unknown }))
  }, SCOPE)
  await expect.poll(shown).not.toEqual([])
  return shown()
}

/** All that workers keep in this browser, by path. */
const keptAddresses = ({ page }: Visitor) => page.evaluate(async () => {
  const kept = (await caches.keys()).map(async (name) => (await caches.open(name)).keys())
  return (await Promise.all(kept)).flat().map(({ url }) => new URL(url).pathname)
})

test('a device is added, shows what it is told, is taken away from another one, and is silent after signing out', { timeout: 300_000 },
  async () => {
  const nadia = await aVisitor()
  await nadia.page.context().grantPermissions(['notifications'], { origin: inject('product').address })
  await standIn(nadia)
  await enterAs(nadia, 'Nadia Cherkati')
  await nadia.go('/notifications/reglages')
  const turnOn = nadia.page.getByRole('button', { name: 'M’avertir sur cet appareil' })
  await turnOn.click()
  await nadia.page.getByText('Vous recevrez vos notifications sur cet appareil.').waitFor()
  await nadia.page.getByText('Cet appareil', { exact: true }).waitFor()
  expect(await turnOn.isVisible()).toBe(false)
  await nadia.look()
  const choice = nadia.page.getByLabel('Sur mes appareils : Une annonce de votre organisation ou du service')
  expect(await choice.isChecked()).toBe(false)
  await choice.check({ force: true })
  await nadia.page.getByRole('button', { name: 'Enregistrer mes choix' }).click()
  await nadia.page.getByText('Vos choix sont enregistrés.').waitFor()
  expect(await choice.isChecked()).toBe(true)

  const payload = { title: 'Une annonce urgente', href: '/annonces', tag: 'one', stays: true }
  expect(await delivered(nadia, payload)).toEqual([{ title: 'Une annonce urgente', body: '', tag: 'one', data: { href: '/annonces' } }])
  // The same again takes its place.
  expect(await delivered(nadia, { ...payload, body: '2 notifications' })).toMatchObject([{ body: '2 notifications', tag: 'one' }])
  // Nothing that a person reads is kept by a worker.
  expect((await keptAddresses(nadia)).filter((path) => !path.startsWith('/design/'))).toEqual(['/hors-ligne'])

  // On a phone, without JavaScript: one sees one's devices, learns why this one cannot be added, and removes another.
  const phone = await aVisitor({ javaScript: false, width: 360, height: 740, colorScheme: 'dark' })
  await enterAs(phone, 'Nadia Cherkati')
  await phone.go('/notifications/reglages')
  await phone.page.getByText('il faut un navigateur récent où JavaScript est activé').waitFor()
  expect(await phone.page.getByRole('button', { name: 'M’avertir sur cet appareil' }).count()).toBe(0)
  await phone.page.getByRole('button', { name: /^Retirer/ }).click()
  await phone.page.getByText('Cet appareil ne reçoit plus de notifications.').waitFor()
  await phone.page.getByText('Aucun appareil ne vous avertit.').waitFor()
  await phone.look()
  await phone.leave()

  await nadia.go('/notifications/reglages')
  await turnOn.click()
  await nadia.page.getByText('Cet appareil', { exact: true }).waitFor()
  await nadia.page.locator('summary').filter({ hasText: 'Nadia Cherkati' }).click()
  await nadia.page.getByRole('button', { name: 'Se déconnecter' }).first().click()
  await nadia.page.getByRole('link', { name: 'Se connecter' }).first().waitFor()
  expect(await nadia.page.evaluate(() => localStorage.getItem('stand-in'))).toBeNull()
  await nadia.leave()
})
