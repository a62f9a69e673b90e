import { expect, inject, test } from 'vitest'
import { aVisitor, withBrowser } from './testing/browser.ts'

withBrowser()

test('a new person enters by the link of a mail, which a scanner of mail cannot burn', async () => {
  const email = `rose.amelin.${Date.now()}@courriel.example`
  const { page, go, follow, leave } = await aVisitor()
  await go('/ressources')
  await follow(page.getByRole('link', { name: 'Se connecter' }), '/connexion')
  await page.getByLabel('Adresse électronique').fill(email)
  await follow(page.getByRole('button', { name: 'Recevoir un lien' }), '/connexion/lien-envoye')

  await expect.poll(async () => {
    await go('/demonstration/courrier')
    return page.getByRole('row', { name: email }).count()
  }, { timeout: 20_000 }).toBeGreaterThan(0)
  await follow(page.getByRole('row', { name: email }).first().getByRole('link'), '/demonstration/courrier/')
  const address = await page.getByRole('main').getByRole('link', { name: '/connexion/lien' }).getAttribute('href')
  // A scanner opens every link of a mail, several times, before the person does.
  for (let time = 0; time < 3; time++) expect((await fetch(new URL(address!, inject('product').address))).status).toBe(200)

  await go(address!)
  await follow(page.getByRole('button', { name: 'Me connecter' }), '/bienvenue')
  await page.getByRole('heading', { level: 1, name: 'Avant de continuer, lisez les conditions d’utilisation' }).waitFor()
  await page.getByRole('button', { name: 'J’accepte les conditions d’utilisation' }).click()
  await page.getByLabel('Prénom').fill('Rose')
  await page.getByLabel(/^Nom/).fill('Amelin')
  await follow(page.getByRole('button', { name: 'Continuer' }), '/ressources')
  await page.getByText('Rose Amelin').first().click()
  await follow(page.getByRole('button', { name: 'Se déconnecter' }).first(), '/')
  await page.getByRole('link', { name: 'Se connecter' }).first().waitFor()
  await go(address!)
  await page.getByRole('heading', { level: 1, name: 'Ce lien a déjà servi' }).waitFor()
  await leave()
})
