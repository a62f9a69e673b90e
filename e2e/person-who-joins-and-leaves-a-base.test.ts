import { expect, inject, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const BASE = 'les-passeurs-numeriques-du-val-d-aubriere'

/** The link of the last mail to this address; scanners of mail open it before anybody. */
const linkMailedTo = async ({ page, go, follow }: Visitor, email: string, subject: RegExp, path: string) => {
  const row = page.getByRole('row').filter({ hasText: email }).filter({ hasText: subject })
  await expect.poll(async () => {
    await go('/demonstration/courrier')
    return row.count()
  }, { timeout: 30_000 }).toBeGreaterThan(0)
  await follow(row.first().getByRole('link'), '/demonstration/courrier/')
  const address = await page.getByRole('main').getByRole('link', { name: path }).first().getAttribute('href')
  expect((await fetch(new URL(address!, inject('product').address), { redirect: 'manual' })).status).toBeLessThan(400)
  return address!
}

const enterByMail = async (visitor: Visitor, email: string) => {
  const { page, go, follow } = visitor
  await page.getByLabel('Adresse électronique').fill(email)
  await follow(page.getByRole('button', { name: 'Recevoir un lien' }), '/connexion/lien-envoye')
  await go(await linkMailedTo(visitor, email, /Votre lien/, '/connexion/lien'))
  await follow(page.getByRole('button', { name: 'Me connecter' }), '/bienvenue')
  await page.getByRole('button', { name: 'J’accepte les conditions d’utilisation' }).click()
  await page.getByLabel('Prénom').fill('Wassila')
  await page.getByLabel(/^Nom/).fill('Ferhat')
  await page.getByRole('button', { name: 'Continuer' }).click()
}

test('somebody is invited to a base by mail, accepts on a phone without JavaScript, follows, has news, and leaves', { timeout: 240_000 }, async () => {
  const email = `wassila.ferhat.${Date.now()}@courriel.example`
  const nadia = await aVisitor()
  await enterAs(nadia, 'Nadia Cherkati')
  await nadia.go(`/mes-bases/${BASE}/membres`)
  await nadia.page.getByLabel('Adresse électronique').fill(email)
  await nadia.page.getByLabel('Un mot pour elle').fill('Bienvenue chez les Passeurs.')
  await nadia.page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await nadia.page.getByText('L’invitation est envoyée.').waitFor()
  await nadia.page.getByText(email).first().waitFor()
  await nadia.look()

  const wassila = await aVisitor({ javaScript: false, width: 360, height: 740 })
  const link = await linkMailedTo(wassila, email, /Invitation à rejoindre/, '/invitations-a-ecrire')
  await wassila.follow(() => wassila.page.goto(link), '/connexion')
  await enterByMail(wassila, email)
  await wassila.page.getByRole('heading', { level: 1, name: /^Rejoindre la base/ }).waitFor()
  await wassila.page.getByText('Bienvenue chez les Passeurs.').waitFor()
  await wassila.look()

  // Somebody else who got hold of the link enters nothing by it.
  const other = await aVisitor()
  await enterAs(other, 'Lilou Marchandeau')
  await other.go(link)
  await other.page.getByRole('heading', { level: 1, name: 'Cette invitation est pour une autre adresse' }).waitFor()
  await other.leave()

  await wassila.follow(wassila.page.getByRole('button', { name: 'Accepter l’invitation' }), `/bases/${BASE}`)
  await wassila.page.getByRole('link', { name: 'Écrire une ressource' }).first().waitFor()
  await wassila.page.getByRole('button', { name: 'Suivre' }).click()
  await wassila.page.getByRole('button', { name: 'Ne plus suivre' }).waitFor()

  // What Nadia publishes there comes into the news, and says why.
  const title = `Carte des lieux ouverts ${Date.now()}`
  await publish(nadia, title)
  await wassila.go('/mes-nouveautes')
  await wassila.page.getByText('Vous suivez la base').first().waitFor()
  await wassila.page.getByRole('link', { name: title }).waitFor()
  await wassila.go('/')
  await wassila.page.getByRole('heading', { name: 'Nouveau dans ce que vous suivez' }).waitFor()

  // Then she leaves: the page asks once more.
  await wassila.go(`/mes-bases/${BASE}/membres?quitter=oui`)
  await wassila.follow(wassila.page.getByRole('button', { name: 'Quitter la base' }), '/mes-bases')
  await wassila.page.getByText('Vous avez quitté la base.').waitFor()
  expect((await wassila.page.request.get(`/mes-bases/${BASE}/membres`)).status()).toBe(403)
  await wassila.leave()
  await nadia.go('/mes-bases')
  await nadia.leave()
})

const publish = async ({ page, go, follow }: Visitor, title: string) => {
  await go(`/bases/${BASE}`)
  await follow(page.getByRole('link', { name: 'Écrire une ressource' }).first(), '/mes-ressources/nouvelle')
  await page.getByLabel('Titre').fill(title)
  await follow(page.getByRole('button', { name: 'Créer le brouillon' }), /\/mes-ressources\/[\da-f-]{36}/)
  const draft = new URL(page.url()).pathname
  await page.locator('#ajouter-text summary').first().click()
  await page.locator('#ajouter-text').getByLabel(/^Texte/).fill('Trois lieux, leurs horaires.')
  await page.locator('#ajouter-text').getByRole('button', { name: 'Ajouter ce texte' }).click()
  await page.locator('.sl-part').getByText('Trois lieux').first().waitFor()
  await go(`${draft}/reglages`)
  for (const label of ['Inclusion numérique', 'Tutoriel', 'Parents']) await page.locator('#classement label').filter({ hasText: label }).first().click()
  await page.locator('#classement').getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Les thématiques, supports et publics sont enregistrés.').waitFor()
  await follow(page.getByRole('button', { name: 'Publier' }).first(), '/ressources/')
}

test('a visitor asks to join, in words, and is answered; following leads to sign-in', { timeout: 180_000 }, async () => {
  const odile = await aVisitor({ javaScript: false })
  await odile.go('/bases/la-mallette-du-ccas-de-saint-brevin-sur-aubre')
  await odile.follow(odile.page.getByRole('link', { name: 'Suivre', exact: true }), '/connexion')
  await enterAs(odile, 'Odile Rakotobe')
  await odile.go('/bases/la-mallette-du-ccas-de-saint-brevin-sur-aubre')
  await odile.follow(odile.page.getByRole('link', { name: 'Demander à rejoindre' }), '/rejoindre')
  await odile.page.getByLabel('Pourquoi vous voulez en faire partie').fill('J’aide mes voisins, et je relis volontiers.')
  await odile.page.getByRole('button', { name: 'Envoyer ma demande' }).click()
  await odile.page.getByText('Votre demande attend une réponse').waitFor()
  await odile.look()

  const elodie = await aVisitor()
  await enterAs(elodie, 'Élodie Vasseur-Nkemba')
  await elodie.go('/mes-bases/la-mallette-du-ccas-de-saint-brevin-sur-aubre/membres')
  await elodie.page.getByText('J’aide mes voisins').waitFor()
  await elodie.page.getByRole('button', { name: /^Accepter.*Odile/ }).click()
  await elodie.page.getByText('La personne fait maintenant partie de la base.').waitFor()
  await elodie.look()
  await elodie.leave()
  await odile.go('/bases/la-mallette-du-ccas-de-saint-brevin-sur-aubre')
  await odile.page.getByRole('link', { name: 'Écrire une ressource' }).first().waitFor()
  await odile.leave()
})
