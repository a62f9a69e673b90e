import { expect, inject, test } from 'vitest'
import { aVisitor, withBrowser } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

test('Gwenaëlle releases what was held, leaves to Solène the appeal against her decision, and has what is old mended', {
  timeout: 150_000,
}, async () => {
  const svitlana = await aVisitor({ javaScript: false, width: 360, height: 740, colorScheme: 'dark' })
  await enterAs(svitlana, 'Svitlana Koroliv')
  await svitlana.go('/decisions-sur-mes-publications')
  await svitlana.page.getByText('En attente de relecture').first().waitFor()
  const held = (await svitlana.page.getByRole('main').getByRole('link', { name: 'Dictionnaire ukrainien-français' }).getAttribute('href'))!
  expect(await svitlana.go(held)).toBe(200)
  const { address } = inject('product')
  const seenByAll = async () => (await fetch(address + held)).status
  expect(await seenByAll()).toBe(404)
  // Nothing leads there whoever does not moderate.
  expect(await svitlana.page.getByRole('link', { name: 'Modération' }).count()).toBe(0)
  expect((await svitlana.page.request.get('/moderation')).status()).toBe(403)

  const gwenaelle = await aVisitor()
  await enterAs(gwenaelle, 'Gwenaëlle Le Drévo')
  await gwenaelle.go('/moderation')
  await gwenaelle.follow(gwenaelle.page.getByRole('link', { name: 'Dictionnaire ukrainien-français' }), /\/moderation\/[\da-f-]{36}$/)
  // She reads what is held, pictures included, which others do not.
  const decision = new URL(gwenaelle.page.url()).pathname
  expect(await gwenaelle.go(held)).toBe(200)
  const pictures = await gwenaelle.page.locator('article img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).currentSrc))
  for (const picture of pictures) {
    expect((await gwenaelle.page.request.get(picture)).status()).toBe(200)
    expect((await fetch(picture)).status).toBe(404)
  }
  await gwenaelle.go(decision)
  await gwenaelle.page.locator('label').filter({ hasText: 'Mettre en ligne' }).click()
  await gwenaelle.page.getByLabel('Expliquez').fill('Un dictionnaire utile : bienvenue parmi nous.')
  await gwenaelle.follow(gwenaelle.page.getByRole('button', { name: 'Prendre cette décision' }), /\/moderation$/)
  await gwenaelle.page.getByText('La décision est prise.').waitFor()
  await expect.poll(seenByAll, { timeout: 15_000 }).toBe(200)
  await svitlana.go('/decisions-sur-mes-publications')
  await svitlana.page.getByText('Un dictionnaire utile').waitFor()

  await gwenaelle.go('/moderation?state=appealed')
  await gwenaelle.follow(gwenaelle.page.getByRole('link', { name: 'Bourse aux ordinateurs de l’atelier' }), /\/moderation\/[\da-f-]{36}$/)
  await gwenaelle.page.getByText('une autre personne doit juger').waitFor()
  expect(await gwenaelle.page.getByRole('button', { name: 'Répondre au recours' }).count()).toBe(0)
  const solene = await aVisitor({ javaScript: false, width: 360, height: 740 })
  await enterAs(solene, 'Solène Quintreau')
  await solene.go(new URL(gwenaelle.page.url()).pathname)
  await solene.page.locator('label').filter({ hasText: 'Annuler la décision' }).click()
  await solene.page.getByLabel('Expliquez').fill('La vente finance le réemploi : elle a sa place ici.')
  await solene.follow(solene.page.getByRole('button', { name: 'Répondre au recours' }), /\/moderation$/)
  const dimitri = await aVisitor()
  await enterAs(dimitri, 'Dimitri Zaragossian')
  await dimitri.go('/decisions-sur-mes-publications')
  await dimitri.page.getByText('Décision annulée').waitFor()
  expect(await dimitri.page.getByRole('main').textContent()).not.toMatch(/Gwenaëlle|Solène|Lilou/)

  // Once the sale is over the page is out of date: no offence, it is mended. Other journeys look at most of these pages.
  const own = dimitri.page.getByRole('main').getByRole('link', { name: 'Bourse aux ordinateurs de l’atelier' })
  const sale = (await own.getAttribute('href'))!
  await expect.poll(async () => (await fetch(address + sale)).status, { timeout: 15_000 }).toBe(200)
  await svitlana.page.goto(sale)
  await svitlana.page.getByRole('complementary').getByRole('link', { name: 'Signaler' }).click()
  await svitlana.page.locator('label').filter({ hasText: 'Ce n’est plus à jour' }).click()
  await svitlana.page.getByRole('button', { name: 'Envoyer le signalement' }).click()
  await svitlana.page.getByText('Merci. L’équipe de modération').waitFor()
  const toMend = gwenaelle.page.locator('li').filter({ hasText: /À améliorer\s:\s«\sBourse aux ordinateurs/ })
  await expect.poll(async () => { await gwenaelle.page.goto('/notifications'); return toMend.count() }, { timeout: 15_000 }).toBe(1)
  await gwenaelle.follow(toMend.getByRole('button', { name: 'Ouvrir' }), 'concern=defect')
  await gwenaelle.follow(gwenaelle.page.getByRole('link', { name: 'Bourse aux ordinateurs de l’atelier' }), /\/moderation\/[\da-f-]{36}$/)
  await gwenaelle.page.locator('label').filter({ hasText: 'Demander une modification' }).click()
  await gwenaelle.page.getByLabel('Expliquez').fill('La bourse a eu lieu : dites quand vient la prochaine.')
  await gwenaelle.page.getByRole('button', { name: 'Prendre cette décision' }).click()
  await gwenaelle.page.getByText('La décision est prise.').waitFor()
  const told = dimitri.page.getByText('Une personne signale que votre ressource n’est plus à jour.')
  await expect.poll(async () => { await dimitri.page.goto('/notifications'); return told.count() }, { timeout: 15_000 }).toBe(1)
  await dimitri.go('/decisions-sur-mes-publications')
  await dimitri.page.getByText('Amélioration proposée').waitFor()
  expect(await dimitri.page.getByRole('main').textContent()).not.toMatch(/Gwenaëlle|Svitlana/)
  for (const one of [svitlana, gwenaelle, solene, dimitri]) await one.leave()
})
