import { expect, test } from 'vitest'
import { aVisitor, withBrowser } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const words = (text: string) => `${text} (${Date.now()})`
const notes = { name: 'questions.txt', mimeType: 'text/plain', buffer: Buffer.from('Une question avant jeudi.') }
/** A picture of one pixel. */
const picture = {
  name: 'tableau.png', mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
}

test('files go with a message, with their progress or by a plain form, and whoever reads it reads them', { timeout: 240_000 }, async () => {
  const odile = await aVisitor({ javaScript: false, width: 360, height: 740 })
  await enterAs(odile, 'Odile Rakotobe')
  await odile.go('/messages')
  await odile.follow(odile.page.getByRole('button', { name: 'Ouvrir (Béatrice Lacombrade)' }), /\/messages\/[\da-f-]{36}$/)
  const address = new URL(odile.page.url()).pathname
  const first = words('Voici mes questions')
  await odile.page.getByLabel('Votre message').fill(first)
  await odile.follow(odile.page.getByRole('button', { name: 'Joindre des fichiers' }), '/joindre')
  expect(await odile.page.getByLabel('Votre message').inputValue()).toBe(first)
  await odile.page.getByLabel('Fichiers').setInputFiles([notes, picture])
  await odile.page.getByLabel('Description des images').fill('Le tableau de la salle')
  await odile.follow(odile.page.getByRole('button', { name: 'Envoyer', exact: true }), address)

  const beatrice = await aVisitor({ colorScheme: 'dark' })
  await enterAs(beatrice, 'Béatrice Lacombrade')
  await beatrice.go(address)
  const line = beatrice.page.getByRole('listitem').filter({ hasText: first }).first()
  await line.getByRole('img', { name: 'Le tableau de la salle' }).waitFor()
  const link = await line.getByRole('link', { name: /questions\.txt/ }).getAttribute('href')
  expect(await (await beatrice.page.request.get(link!)).text()).toBe('Une question avant jeudi.')

  // With JavaScript each leaves as soon as it is chosen, and may be taken off before the message leaves.
  const second = words('Et mes réponses')
  await beatrice.page.getByLabel('Votre message').fill(second)
  await beatrice.follow(beatrice.page.getByRole('button', { name: 'Joindre des fichiers' }), '/joindre')
  await beatrice.page.locator('input[type=file]').setInputFiles([{ ...notes, name: 'reponses.txt' }, picture])
  await beatrice.page.getByRole('button', { name: 'Retirer tableau.webp' }).click()
  await beatrice.look()
  await beatrice.page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await beatrice.page.waitForURL((url) => url.pathname === address)
  await odile.go(address)
  const answer = odile.page.getByRole('listitem').filter({ hasText: second }).first()
  await answer.getByRole('link', { name: /reponses\.txt/ }).waitFor()
  expect(await answer.getByRole('img').count()).toBe(0)

  // What begins a conversation carries files too.
  const third = words('Encore une question')
  await odile.go('/messages/nouveau?q=lacombrade')
  await odile.page.locator('label').filter({ hasText: 'Béatrice Lacombrade' }).click()
  await odile.page.getByRole('textbox', { name: 'Votre message' }).fill(third)
  await odile.page.getByText('Joindre des fichiers').click()
  await odile.page.getByLabel('Fichiers').setInputFiles([notes])
  await odile.look()
  await odile.follow(odile.page.getByRole('button', { name: 'Envoyer', exact: true }), address)
  await odile.page.getByRole('listitem').filter({ hasText: third }).first().getByRole('link', { name: /questions\.txt/ }).waitFor()

  const stranger = await aVisitor()
  await enterAs(stranger, 'Marcel Houdebray')
  expect((await stranger.page.request.get(link!)).status()).toBe(404)
  await stranger.leave()
  await odile.leave()
  await beatrice.leave()
})
