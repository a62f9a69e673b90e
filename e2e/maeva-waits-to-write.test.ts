import { expect, inject, test } from 'vitest'
import { enterBackOffice } from './testing/back-office.ts'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const words = (text: string) => `${text} (${Date.now()})`
const REASON = `Messages en trop (${Date.now()})`
const MAEVA = 'maeva.tehuritaua@val-aubriere.example'

const close = async ({ page, go, follow }: Visitor) => {
  await go('/interrupteurs/couper')
  await page.getByLabel('Fonction').selectOption('messages')
  await page.getByLabel('Une seule personne').fill(MAEVA)
  await follow(page.getByRole('button', { name: 'Voir qui est concerné' }), 'feature=messages')
  await page.getByText('Une personne est concernée.').waitFor()
  await page.getByLabel('Pourquoi cette coupure').fill(REASON)
  await follow(page.getByRole('button', { name: 'Couper maintenant' }), /\/interrupteurs$/)
}
const lift = async ({ page, go, follow }: Visitor) => {
  await go('/interrupteurs')
  await follow(page.getByRole('link', { name: /^Rétablir : Messages/ }).first(), 'lift=')
  await page.getByLabel('Pourquoi rétablir').fill('Tout est en ordre')
  await follow(page.getByRole('button', { name: 'Rétablir' }), /\/interrupteurs$/)
}

test('what somebody writes while messages are closed to them waits, told as waiting, is taken back or leaves by itself',
  { timeout: 300_000 }, async () => {
  const camille = await aVisitor({ at: inject('product').backOffice })
  await enterBackOffice(camille)
  await close(camille)

  // On a phone, in the dark, without JavaScript.
  const maeva = await aVisitor({ javaScript: false, width: 360, height: 740, colorScheme: 'dark' })
  await enterAs(maeva, 'Maëva Tehuritaua')
  await maeva.go('/messages')
  await maeva.follow(maeva.page.getByRole('button', { name: 'Ouvrir (Aïssatou Balmont)' }), /\/messages\/[\da-f-]{36}$/)
  const address = new URL(maeva.page.url()).pathname
  await maeva.page.getByText('Messages : en pause pour vous').waitFor()
  const [first, second] = [words('Elle est bien arrivée'), words('Trop vite dit')]
  for (const text of [first, second]) {
    await maeva.page.getByLabel('Votre message').first().fill(text)
    await maeva.follow(maeva.page.getByRole('button', { name: 'Envoyer', exact: true }), address)
    await maeva.page.getByRole('listitem').filter({ hasText: text }).getByText('sera envoyé quand').waitFor()
  }
  await maeva.follow(maeva.page.getByRole('button', { name: /^Reprendre le message « Trop vite/ }), address)
  await maeva.page.getByText('il ne partira que si vous l’envoyez').waitFor()
  await maeva.follow(maeva.page.getByRole('button', { name: /^Jeter le message « Trop vite/ }), address)
  expect(await maeva.page.getByText(second).count()).toBe(0)
  await maeva.go('/messages')
  await maeva.page.getByRole('listitem').filter({ hasText: first }).getByRole('link', { name: 'Voir la conversation' }).waitFor()

  const aissatou = await aVisitor({ width: 360, height: 740 })
  await enterAs(aissatou, 'Aïssatou Balmont')
  await aissatou.go(address)
  expect(await aissatou.page.getByText(first).count()).toBe(0)

  // The other one's page, open all the while, shows it once it leaves.
  await lift(camille)
  await aissatou.page.getByText(first).waitFor()
  await maeva.go(address)
  await maeva.page.getByText(first).waitFor()
  expect(await maeva.page.getByText('En attente').count()).toBe(0)
  await maeva.leave()
  await aissatou.leave()
  await camille.leave()
})
