import { expect, test } from 'vitest'
import { backOffice, enterBackOffice } from './testing/back-office.ts'
import { aVisitor, withBrowser } from './testing/browser.ts'

withBrowser()

test('Camille announces a maintenance, then acts in the place of Yanis, who accepted and stops it', async () => {
  const [camille, yanis, there] = [await aVisitor({ at: backOffice() }), await aVisitor({ width: 360, javaScript: false }), await aVisitor()]
  await enterBackOffice(camille)

  await camille.go('/reglages/settings.announcement')
  await camille.page.getByLabel('Texte').fill('Maintenance ce soir à 20 h')
  await camille.page.getByLabel(/Pourquoi ce changement/).fill('Mise à jour')
  await camille.follow(camille.page.getByRole('button', { name: 'Enregistrer' }), '/reglages/settings.announcement')
  await yanis.go('/')
  await yanis.page.getByText('Maintenance ce soir à 20 h').waitFor()
  await camille.page.getByLabel(/Pourquoi revenir/).first().fill('Reportée')
  await camille.follow(camille.page.getByRole('button', { name: 'Remettre la valeur d’avant' }).first(), '/reglages/settings.announcement')
  await yanis.go('/')
  expect(await yanis.page.getByText('Maintenance ce soir à 20 h').count()).toBe(0)

  await camille.go('/personnes')
  await camille.page.getByRole('main').getByRole('searchbox').fill('oukassi yanis')
  await camille.follow(() => camille.page.keyboard.press('Enter'), 'text=oukassi')
  await camille.follow(camille.page.getByRole('link', { name: 'Yanis Oukaci' }), '/personnes/')
  await camille.page.getByLabel(/La personne lira cette phrase/).fill('Un dépôt de fichier échoue')
  await camille.follow(camille.page.getByRole('button', { name: 'Demander son accord' }), '/personnes/')

  await yanis.go('/demonstration')
  await yanis.follow(yanis.page.getByRole('button', { name: /Yanis/ }), /localhost/)
  await yanis.go('/mon-compte')
  await yanis.follow(yanis.page.getByRole('link', { name: 'Voir qui peut agir à votre place' }), '/mon-compte/agir-a-ma-place')
  await yanis.page.getByText('Un dépôt de fichier échoue').waitFor()
  await yanis.follow(yanis.page.getByRole('button', { name: 'Accepter pour une heure' }), '/mon-compte/agir-a-ma-place')

  await camille.page.reload()
  await camille.page.getByRole('button', { name: 'Obtenir le lien d’entrée' }).click()
  const link = await camille.page.getByRole('link', { name: 'Entrer à sa place' }).getAttribute('href')
  await there.go(link!)
  await there.follow(there.page.getByRole('button', { name: 'Entrer à sa place' }), /localhost/)
  await there.page.getByText('Vous agissez à la place de Yanis Oukaci').waitFor()
  // The link opened once; what opens an account stays the person's alone.
  await camille.page.goto(link!)
  await camille.page.getByRole('heading', { level: 1, name: 'Ce lien n’ouvre rien' }).waitFor()
  await there.go('/mon-compte')
  await there.page.getByText('Vous agissez à la place de Yanis Oukaci').waitFor()

  await yanis.go('/mon-compte/agir-a-ma-place')
  await yanis.follow(yanis.page.getByRole('button', { name: 'Arrêter maintenant' }), '/mon-compte/agir-a-ma-place')
  await there.page.goto('/mon-compte')
  expect(new URL(there.page.url()).pathname).toBe('/connexion')
  await yanis.leave()
})
