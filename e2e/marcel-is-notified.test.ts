import { expect, inject, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

/** How many things wait, as the header says; the worker tells them in a moment. */
const counts = async ({ page, go }: Visitor, expected: number) => {
  await expect.poll(async () => {
    await go('/notifications')
    return page.locator('header .sl-count').first().textContent().catch(() => '0')
  }, { timeout: 30_000 }).toMatch(new RegExp(`^\\s*${expected}\\b`))
}

const line = ({ page }: Visitor, title: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: title })

test('what one asked is answered: told on screen and by mail, and read once for all one’s devices', { timeout: 300_000 }, async () => {
  const school = 'Lycée Simone-Auberval de Montauvert-le-Haut'
  // On a phone, without JavaScript.
  const marcel = await aVisitor({ javaScript: false, width: 360, height: 740 })
  await enterAs(marcel, 'Marcel Houdebray')
  await marcel.go('/notifications')
  const before = marcel.page.getByRole('button', { name: 'Tout marquer comme lu' })
  if (await before.count() > 0) await marcel.follow(before, '/notifications')
  await marcel.go('/mes-organisations/trouver')
  await marcel.follow(marcel.page.getByRole('link', { name: /^Demander à rejoindre Lycée/ }), 'demander=')
  await marcel.page.getByLabel(/^Votre message/).fill('Je peux aider aux devoirs le mercredi.')
  await marcel.follow(marcel.page.getByRole('button', { name: 'Envoyer ma demande' }), /mes-organisations$/)

  const manager = await aVisitor({ colorScheme: 'dark' })
  await enterAs(manager, 'Solène Quintreau')
  const asked = `à rejoindre ${school}`
  await expect.poll(async () => { await manager.go('/notifications'); return line(manager, asked).count() }, { timeout: 30_000 }).toBeGreaterThan(0)
  await manager.follow(line(manager, asked).first().getByRole('button', { name: 'Ouvrir' }), '/demandes')
  await manager.follow(manager.page.getByRole('link', { name: /Refuser \(Marcel Houdebray\)/ }), 'refuser=')
  await manager.page.getByLabel(/^Raison/).fill('Les équipes sont complètes ce trimestre.')
  await manager.follow(manager.page.getByRole('main').getByRole('button', { name: 'Refuser', exact: true }), '/demandes')
  await manager.page.getByText('La demande est refusée.').waitFor()
  await manager.leave()

  await counts(marcel, 1)
  const answered = `${school} a répondu à votre demande`
  // A second device, with JavaScript.
  const desk = await aVisitor()
  await enterAs(desk, 'Marcel Houdebray')
  await counts(desk, 1)
  await marcel.follow(line(marcel, answered).getByRole('button', { name: 'Ouvrir' }), /mes-organisations$/)
  await marcel.page.getByText('Les équipes sont complètes ce trimestre.').waitFor()
  await desk.go('/notifications')
  await desk.page.getByText('Vous avez tout lu.').waitFor()
  expect(await desk.page.locator('header .sl-count').count()).toBe(0)
  await line(desk, answered).getByRole('button', { name: 'Marquer comme non lue' }).click()
  await desk.page.getByText('Une notification non lue.').waitFor()
  await desk.page.getByRole('button', { name: 'Tout marquer comme lu' }).click()
  await desk.page.getByText('Vous avez tout lu.').waitFor()
  await desk.leave()
  await marcel.leave()
})

test('one chooses what comes and when; its mail stops its kind, by a page or in one click, without signing in', { timeout: 300_000 }, async () => {
  const marcel = await aVisitor({ javaScript: false, width: 360, height: 740 })
  await enterAs(marcel, 'Marcel Houdebray')
  // What is wrong is told, and nothing typed is lost.
  await marcel.go('/notifications')
  await marcel.follow(marcel.page.getByRole('link', { name: 'Choisir ce que je reçois' }), '/notifications/reglages')
  await marcel.page.getByLabel('Rien à partir de').selectOption('21')
  await marcel.page.getByLabel('Jusqu’à').selectOption('')
  await marcel.page.getByRole('button', { name: 'Enregistrer ces heures' }).click()
  await marcel.page.getByText('Donnez les deux heures, ou aucune.').waitFor()
  expect(await marcel.page.getByLabel('Rien à partir de').inputValue()).toBe('21')
  await marcel.look()
  await marcel.page.getByLabel('Jusqu’à').selectOption('7')
  await marcel.page.getByRole('button', { name: 'Enregistrer ces heures' }).click()
  await marcel.page.getByText('Vos heures sont enregistrées.').waitFor()

  // The mail stops its kind: looking at the link does not, one button does, without signing in.
  const desk = await aVisitor()
  await desk.go('/demonstration/courrier')
  await desk.follow(desk.page.getByRole('row').filter({ hasText: 'marcel.houdebray' }).filter({ hasText: 'a répondu' }).first().getByRole('link'), '/demonstration/courrier/')
  const link = await desk.page.getByRole('main').locator('a[href*="/notifications/desabonnement/"]').first().getAttribute('href')
  const address = new URL(link!, inject('product').address)
  await desk.leave()
  const stranger = await aVisitor({ javaScript: false })
  await stranger.go(address.pathname)
  await stranger.page.getByText('Une organisation répond à votre demande de la rejoindre').waitFor()
  await stranger.follow(stranger.page.getByRole('button', { name: 'Ne plus recevoir' }), '/notifications/desabonnement/')
  await stranger.page.getByText('C’est fait').waitFor()
  await stranger.leave()
  await marcel.go('/notifications/reglages')
  const choice = marcel.page.getByLabel('Par courriel : Une organisation répond à votre demande de la rejoindre')
  expect(await choice.inputValue()).toBe('organisations.join-answered=never')
  await choice.selectOption({ label: 'Chaque jour' })
  await marcel.page.getByRole('button', { name: 'Enregistrer mes choix' }).click()
  await marcel.page.getByText('Vos choix sont enregistrés.').waitFor()
  expect(await choice.inputValue()).toBe('organisations.join-answered=daily')

  // A mail program does it in one click, without cookie nor origin (RFC 8058), and is not sent elsewhere.
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), redirect: 'manual' })
  expect([answer.status, await answer.text()]).toEqual([200, 'OK\n'])
  await marcel.go('/notifications/reglages')
  expect(await choice.inputValue()).toBe('organisations.join-answered=never')
  await marcel.leave()
})
