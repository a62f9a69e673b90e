import { expect, inject, test } from 'vitest'
import { enterBackOffice } from './testing/back-office.ts'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const SCHOOL = 'Lycée Simone-Auberval de Montauvert-le-Haut'

const announce = async ({ page, go, follow }: Visitor, title: string) => {
  await go('/annonces')
  await follow(page.getByRole('main').getByRole('link', { name: `Annonces de ${SCHOOL}` }), '/annonces')
  await page.getByLabel('Catégorie de personnes').selectOption('student')
  await follow(page.getByRole('button', { name: 'Voir combien de personnes' }), 'role=student')
  await page.getByText(/Cette annonce atteindra/).waitFor()
  await page.getByLabel('Titre').fill(title)
  await page.getByLabel('Texte').fill('Rendez-vous dans la cour à huit heures.')
  await follow(page.getByRole('button', { name: 'Publier l’annonce' }), /\/annonces$/)
}

/** The newest stands first. */
const row = ({ page }: Visitor, title: string) => page.getByRole('row').filter({ hasText: title }).first()

test('a wave starts: one category of one organisation is closed out and nobody else; what they write waits, then is told',
  { timeout: 300_000 }, async () => {
  const camille = await aVisitor({ at: inject('product').backOffice })
  await enterBackOffice(camille)
  await camille.go('/interrupteurs/signaux')
  await camille.go('/interrupteurs/couper')
  await camille.page.getByLabel('Fonction').selectOption('broadcasts')
  await camille.page.getByLabel('Organisation').fill(SCHOOL)
  await camille.page.getByLabel('Catégorie de personnes').selectOption('structure-manager')
  await camille.follow(camille.page.getByRole('button', { name: 'Voir qui est concerné' }), 'feature=broadcasts')
  await camille.page.getByText('Une personne est concernée.').waitFor()
  await camille.page.getByLabel('Pourquoi cette coupure').fill('Vague d’annonces publicitaires')
  await camille.page.getByLabel('Ce que les personnes concernées liront').fill('Les annonces du lycée sont vérifiées ce matin.')
  await camille.follow(camille.page.getByRole('button', { name: 'Couper maintenant' }), /\/interrupteurs$/)
  await row(camille, 'Vague d’annonces publicitaires').waitFor()

  // On a phone, in the dark, without JavaScript.
  const solene = await aVisitor({ javaScript: false, width: 360, height: 740, colorScheme: 'dark' })
  await enterAs(solene, 'Solène Quintreau')
  await solene.page.getByText('Les annonces du lycée sont vérifiées ce matin.').first().waitFor()
  await announce(solene, 'Sortie au musée')
  await expect.poll(async () => { await solene.go(new URL(solene.page.url()).pathname); return row(solene,
    'Sortie au musée').textContent() }, { timeout: 30_000 })
    .toContain('en attente')

  const other = await aVisitor()
  await enterAs(other, 'Nadia')
  expect(await other.page.getByText('Les annonces du lycée sont vérifiées ce matin.').count()).toBe(0)
  await other.leave()

  await camille.go('/interrupteurs')
  await camille.follow(camille.page.getByRole('link', { name: /^Rétablir : Annonces/ }).first(), 'lift=')
  await camille.page.getByText('Une chose écrite pendant la coupure attend.').waitFor()
  await camille.page.getByLabel('Pourquoi rétablir').fill('Tout est en ordre')
  await camille.follow(camille.page.getByRole('button', { name: 'Rétablir' }), /\/interrupteurs$/)
  await camille.page.getByText('Tout est en ordre').first().waitFor()
  await expect.poll(async () => { await solene.go(new URL(solene.page.url()).pathname); return row(solene,
    'Sortie au musée').textContent() }, { timeout: 30_000 })
    .toContain('envoyée')
  expect(await solene.page.getByText('Les annonces du lycée sont vérifiées ce matin.').count()).toBe(0)

  const lilou = await aVisitor({ width: 360, height: 740 })
  await enterAs(lilou, 'Lilou Marchandeau')
  await lilou.go('/annonces')
  await lilou.follow(lilou.page.getByRole('main').getByRole('link', { name: 'Sortie au musée' }).first(), /annonces\/[\da-f-]{36}$/)
  await lilou.page.getByText('Rendez-vous dans la cour à huit heures.').waitFor()

  // Back from a mistake: it is seen nowhere any more.
  await solene.follow(solene.page.getByRole('link', { name: 'Retirer : Sortie au musée' }).first(), 'recall=')
  await solene.page.getByLabel('Pourquoi la retirer').fill('Le musée est fermé')
  await solene.follow(solene.page.getByRole('button', { name: 'Retirer' }), /\/annonces$/)
  await row(solene, 'retirée').waitFor()
  expect(await lilou.go(new URL(lilou.page.url()).pathname)).toBe(404)
  await lilou.leave()
  await solene.leave()

  // The same pages on a phone, in the dark.
  const paths = ['/annonces', '/annonces/nouvelle', '/interrupteurs', '/interrupteurs/signaux', '/interrupteurs/couper?feature=mail']
  for (const path of paths) expect(await camille.go(path), path).toBe(200)
  await camille.page.setViewportSize({ width: 360, height: 740 })
  await camille.page.emulateMedia({ colorScheme: 'dark' })
  for (const path of paths) expect(await camille.go(path), path).toBe(200)
  await camille.leave()
})
