import { expect, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'

withBrowser()

const choose = async ({ page, follow }: Visitor, who: string, to: string | RegExp) =>
  follow(() => page.getByRole('button', { name: who }).click(), to)

/** The first time only: she accepted for good. */
const acceptTerms = async ({ page }: Visitor) => {
  const button = page.getByRole('button', { name: 'J’accepte les conditions d’utilisation' })
  if (await button.count() > 0) await button.click()
}

test('Sabine enters by FranceConnect, adds her telephone, leaves both services, and comes back with her finger', async () => {
  const sabine = await aVisitor()
  const { page, go, follow, look, leave } = sabine
  // A device that recognises her, as her telephone would.
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true,
  } })

  await go('/connexion?suite=%2Fressources')
  await follow(page.getByRole('link', { name: 'S’identifier avec FranceConnect' }), '/interaction/')
  await choose(sabine, 'Annuler', '/connexion?suite=%2Fressources')
  await follow(page.getByRole('link', { name: 'S’identifier avec FranceConnect' }), '/interaction/')
  await choose(sabine, 'Sabine', /\/ressources$/)
  // The name in use, and not the name at birth.
  await page.getByText('Sabine Morel').first().waitFor({ state: 'attached' })

  await go('/mon-compte/identites')
  await acceptTerms(sabine)
  await page.getByText('pas encore confirmée').waitFor()
  expect(await page.getByRole('link', { name: 'Délier FranceConnect' }).count()).toBe(0)
  await page.getByLabel(/^Nom/).fill('Mon téléphone')
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click()
  await page.getByText('Votre clé d’accès est prête.').waitFor()
  await look()

  await go('/mon-compte')
  await follow(page.getByRole('main').getByRole('button', { name: 'Me déconnecter', exact: true }), '/session/end')
  await choose(sabine, 'Me déconnecter', /\/deconnexion$/)

  await go('/connexion')
  await follow(page.getByRole('button', { name: 'Entrer avec une clé d’accès' }), /localhost:\d+\/$/)
  await page.getByText('Sabine Morel').first().waitFor({ state: 'attached' })
  await go('/mon-compte/identites')
  await follow(page.getByRole('link', { name: 'Délier FranceConnect' }), '?delier=')
  await follow(page.getByRole('button', { name: 'Délier FranceConnect' }), /\/identites$/)
  await page.getByText('Aucune identité liée.').waitFor()
  await leave()
})

test('FranceConnect needs no JavaScript here, and a phone is enough', async () => {
  const visitor = await aVisitor({ javaScript: false, width: 360, height: 740 })
  const { page, go, follow, leave } = visitor
  await go('/connexion')
  expect(await page.getByRole('button', { name: 'Entrer avec une clé d’accès' }).isVisible()).toBe(false)
  await follow(page.getByRole('link', { name: 'S’identifier avec FranceConnect' }), '/interaction/')
  await choose(visitor, 'Sabine', /localhost:\d+\/$/)
  await go('/mon-compte/identites')
  await acceptTerms(visitor)
  await page.getByText('il faut un navigateur récent avec JavaScript').waitFor()
  await go('/mon-compte')
  await follow(page.getByRole('main').getByRole('button', { name: 'Me déconnecter', exact: true }), '/session/end')
  await choose(visitor, 'Me déconnecter', /\/deconnexion$/)
  await leave()
})
