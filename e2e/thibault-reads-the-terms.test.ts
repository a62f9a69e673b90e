import { expect, inject, test } from 'vitest'
import { enterBackOffice } from './testing/back-office.ts'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const BASE = '/bases/les-passeurs-numeriques-du-val-d-aubriere'

/** Comes for the first time, by the link of a mail. */
const enterByMail = async ({ page, go, follow }: Visitor, email: string) => {
  await go('/connexion')
  await page.getByLabel('Adresse électronique').first().fill(email)
  await follow(page.getByRole('button', { name: 'Recevoir un lien' }), '/connexion/lien-envoye')
  const row = page.getByRole('row', { name: email }).first()
  await expect.poll(async () => {
    await go('/demonstration/courrier')
    return row.count()
  }, { timeout: 30_000 }).toBeGreaterThan(0)
  await follow(row.getByRole('link'), '/demonstration/courrier/')
  await go((await page.getByRole('main').getByRole('link', { name: '/connexion/lien' }).getAttribute('href'))!)
  await follow(page.getByRole('button', { name: 'Me connecter' }), '/bienvenue')
}

const asked = 'Avant de continuer, lisez les conditions d’utilisation'

test('Thibault is asked to accept the terms, may read and leave without, and loses nothing of the form that he had sent', {
  timeout: 120_000,
}, async () => {
  const thibault = await aVisitor({ javaScript: false, width: 360, height: 740, colorScheme: 'dark' })
  const { page, go, follow, look, leave } = thibault
  await enterByMail(thibault, `thibault.${Date.now()}@courriel.example`)
  await page.getByRole('heading', { level: 1, name: asked }).waitFor()
  for (const own of ['/', '/mon-compte', '/mes-ressources']) expect(await go(own)).toBe(403)
  // What anybody reads, his data and the way out stay open.
  const open = ['/ressources', '/conditions-d-utilisation', '/mes-donnees', '/mes-donnees/suppression']
  for (const one of open) expect(await go(one)).toBe(200)
  expect((await page.request.get('/api/me')).status()).toBe(403)
  expect(await (await page.request.get('/api/me')).json()).toMatchObject({ code: 'terms-not-accepted' })

  await go(BASE)
  await page.getByText('Les conditions d’utilisation attendent votre accord.').waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Suivre' }).first().click()
  await page.getByText('Ce que vous avez demandé n’est pas perdu').waitFor()
  expect(await page.getByText('attendent votre accord').count()).toBe(0)
  await look()
  await follow(page.getByRole('button', { name: 'J’accepte, et je continue' }), BASE)
  await page.getByText('Vous suivez cette base').waitFor()
  await go('/conditions-d-utilisation')
  await page.getByText('Vous l’avez acceptée').waitFor()
  expect(await page.getByText('attendent votre accord').count()).toBe(0)
  await leave()
})

test('somebody who does not accept leaves by the page that asks', async () => {
  const one = await aVisitor()
  await enterByMail(one, `quelqu.un.${Date.now()}@courriel.example`)
  await one.page.getByRole('link', { name: 'Aller directement à la fin du texte' }).press('Enter')
  await one.follow(one.page.getByRole('main').getByRole('button', { name: 'Me déconnecter' }), /localhost:\d+\/$/)
  await one.page.getByRole('link', { name: 'Se connecter' }).first().waitFor()
  await one.leave()
})

test('Camille writes the next terms, sees them as people will, and publishes them for later: nobody is asked yet', {
  timeout: 120_000,
}, async () => {
  const phone = { javaScript: false, width: 360, height: 740, colorScheme: 'dark' } as const
  const camille = await aVisitor({ at: inject('product').backOffice, ...phone })
  await enterBackOffice(camille)
  const { page, go, follow, look, leave } = camille
  await go('/conditions')
  const write = page.getByRole('main').getByRole('link', { name: /Écrire une nouvelle version|Reprendre le brouillon/ })
  await follow(write, '/conditions/brouillon')
  const text = page.getByLabel(/^Texte des conditions/)
  expect(await text.inputValue()).toContain('# À quoi sert ce service')
  const changes = `Nous disons combien de temps vos messages sont gardés (${Date.now()}).`
  await page.getByLabel(/^Ce qui change/).fill(changes)
  const from = page.getByLabel(/^Date à partir de laquelle/)
  await from.fill('2020-01-01')
  await page.getByRole('button', { name: 'Enregistrer et voir l’aperçu' }).click()
  await page.getByText('Cette date est passée').first().waitFor()
  await look()
  await from.fill(`${new Date().getFullYear() + 1}-12-31`)
  await follow(page.getByRole('button', { name: 'Enregistrer et voir l’aperçu' }), '/conditions/brouillon/apercu')
  await page.getByText(changes).waitFor()
  await follow(page.getByRole('button', { name: 'Publier cette version' }), /\/conditions$/)
  await page.getByRole('cell', { name: changes }).waitFor()
  await leave()

  const reader = await aVisitor()
  await enterAs(reader, 'Nadia Cherkati')
  await reader.go('/conditions-d-utilisation')
  await reader.page.getByText('C’est la version qui s’applique aujourd’hui.').waitFor()
  await reader.follow(reader.page.getByRole('main').getByRole('link', { name: /^Version 2/ }), '/conditions-d-utilisation/2')
  await reader.page.getByText('Cette version ne s’applique pas encore.').waitFor()
  await reader.leave()
})
