import { expect, inject, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

/** The link of the last mail to this address whose address begins with `path`; scanners of mail open it before anybody. */
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

/** Enters by the link of a mail, and says one's name at the first time. */
const enterByMail = async (visitor: Visitor, email: string, first: string, last: string) => {
  const { page, go, follow } = visitor
  await page.getByLabel('Adresse électronique').fill(email)
  await follow(page.getByRole('button', { name: 'Recevoir un lien' }), '/connexion/lien-envoye')
  await go(await linkMailedTo(visitor, email, /Votre lien/, '/connexion/lien'))
  await follow(page.getByRole('button', { name: 'Me connecter' }), '/bienvenue')
  await page.getByRole('button', { name: 'J’accepte les conditions d’utilisation' }).click()
  await page.getByLabel('Prénom').fill(first)
  await page.getByLabel(/^Nom/).fill(last)
  await page.getByRole('button', { name: 'Continuer' }).click()
}

test('a programme manager invites somebody who has no account, who enters the group; nobody else can', { timeout: 180_000 }, async () => {
  const email = `anselme.kouyatte.${Date.now()}@courriel.example`
  const beatrice = await aVisitor()
  await enterAs(beatrice, 'Béatrice Lacombrade')
  await beatrice.go('/mes-organisations')
  await beatrice.follow(beatrice.page.getByRole('link', { name: /^Gérer Université/ }), /mes-organisations\/[\da-f-]{36}$/)
  await beatrice.follow(beatrice.page.getByRole('main').getByRole('link', { name: 'Invitations' }), '/invitations')
  // She gives what she holds, and no more.
  expect(await beatrice.page.getByLabel(/^Rôle/).locator('option').allTextContents())
    .toEqual(['Choisissez une réponse', 'Élève, étudiante ou étudiant', 'Enseignante ou enseignant', 'Responsable de formation',
      'Membre'])
  const invite = () => beatrice.page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await beatrice.page.getByLabel('Adresse électronique').fill(email)
  await beatrice.page.getByLabel(/^Rôle/).selectOption({ label: 'Élève, étudiante ou étudiant' })
  await beatrice.page.getByLabel(/^Groupe/).selectOption({ label: 'LP Médiation, promotion de l’année' })
  await invite()
  await beatrice.page.getByText('L’invitation part dans un instant.').waitFor()
  await beatrice.page.getByRole('listitem').filter({ hasText: email }).getByText('En attente').waitFor()
  await beatrice.look()
  // A second time is refused, and what was typed stays.
  await beatrice.page.getByLabel('Adresse électronique').fill(email)
  await beatrice.page.getByLabel(/^Rôle/).selectOption({ label: 'Élève, étudiante ou étudiant' })
  await beatrice.page.getByLabel(/^Groupe/).selectOption({ label: 'LP Médiation, promotion de l’année' })
  await invite()
  await beatrice.page.getByText('Une invitation à ce rôle attend déjà').waitFor()
  expect(await beatrice.page.getByLabel('Adresse électronique').inputValue()).toBe(email)

  // On a phone without JavaScript, and no account.
  const anselme = await aVisitor({ javaScript: false, width: 360, height: 740 })
  const link = await linkMailedTo(anselme, email, /Invitation/, '/invitation')
  await anselme.follow(() => anselme.page.goto(link), '/connexion')
  await enterByMail(anselme, email, 'Anselme', 'Kouyatté')
  await anselme.page.getByRole('heading', { level: 1, name: 'Rejoindre Université du Val d’Aubrière' }).waitFor()
  await anselme.look()
  await anselme.page.getByText('Béatrice Lacombrade vous invite').waitFor()

  // Somebody else who got hold of the link sees nothing of it.
  const other = await aVisitor()
  await enterAs(other, 'Lilou Marchandeau')
  await other.go(link)
  await other.page.getByRole('heading', { level: 1, name: 'Cette invitation est pour une autre adresse' }).waitFor()
  expect(await other.page.getByRole('main').textContent()).not.toContain('Université')
  await other.leave()

  await anselme.follow(anselme.page.getByRole('button', { name: 'Accepter l’invitation' }), '/mes-organisations')
  await anselme.page.getByText('Vous faites maintenant partie de Université du Val d’Aubrière.').waitFor()
  await anselme.go(link)
  await anselme.page.getByRole('heading', { level: 1, name: 'Vous avez déjà accepté cette invitation' }).waitFor()
  await anselme.leave()

  // She ends his role, sees it go, and gives it back.
  const { page, follow, go, look } = beatrice
  await go('/mes-organisations')
  await follow(page.getByRole('link', { name: /^Gérer Université/ }), /mes-organisations\/[\da-f-]{36}$/)
  await follow(page.getByRole('main').getByRole('link', { name: 'Personnes' }), '/personnes')
  await page.getByLabel('Nom').fill('kouyatte')
  await follow(page.getByRole('button', { name: 'Filtrer' }), 'words=kouyatte')
  await follow(page.getByRole('link', { name: 'Anselme Kouyatté' }).first(), /personnes\/[\da-f-]{36}/)
  await page.getByRole('link', { name: 'Retirer' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
  await page.getByText('Le rôle est retiré.').waitFor()
  await look()
  await page.getByRole('button', { name: 'Rendre ce rôle' }).click()
  await page.getByText('Le rôle est rendu.').waitFor()
  await beatrice.leave()
})

test('somebody asks to join, without JavaScript; the answer and its reason come back', { timeout: 120_000 }, async () => {
  const odile = await aVisitor({ javaScript: false, width: 360, height: 740 })
  await enterAs(odile, 'Odile Rakotobe')
  await odile.go('/mes-organisations/trouver')
  await odile.follow(odile.page.getByRole('link', { name: /^Demander à rejoindre Les Passeurs/ }), 'demander=')
  await odile.page.getByLabel(/^Votre message/).fill('Je peux aider au secrétariat le lundi.')
  await odile.follow(odile.page.getByRole('button', { name: 'Envoyer ma demande' }), /mes-organisations$/)
  await odile.page.getByText('En attente de réponse').waitFor()

  const stephane = await aVisitor({ javaScript: false })
  await enterAs(stephane, 'Stéphane Weiszler')
  await stephane.go('/mes-organisations')
  await stephane.follow(stephane.page.getByRole('link', { name: /^Gérer Les Passeurs/ }), /mes-organisations\/[\da-f-]{36}$/)
  await stephane.follow(stephane.page.getByRole('main').getByRole('link', { name: 'Demandes' }), '/demandes')
  await stephane.follow(stephane.page.getByRole('link', { name: 'Refuser (Odile Rakotobe)' }), 'refuser=')
  await stephane.page.getByLabel(/^Raison/).fill('Le secrétariat est complet cette année.')
  await stephane.follow(stephane.page.getByRole('button', { name: 'Refuser' }), '/demandes')
  await stephane.page.getByText('La demande est refusée.').waitFor()
  await stephane.leave()

  await odile.go('/mes-organisations')
  await odile.page.getByText('Le secrétariat est complet cette année.').waitFor()
  await odile.leave()
})

test('the last person in charge does not leave', { timeout: 60_000 }, async () => {
  const elodie = await aVisitor()
  await enterAs(elodie, 'Élodie Vasseur-Nkemba')
  await elodie.go('/mes-organisations')
  await elodie.page.getByRole('link', { name: 'Quitter' }).click()
  await elodie.page.getByRole('dialog').getByRole('button', { name: 'Quitter' }).click()
  await elodie.page.getByText('Une organisation garde toujours une personne responsable').waitFor()
  await elodie.leave()
})
