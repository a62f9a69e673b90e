import { expect, inject, test } from 'vitest'
import { enterBackOffice } from './testing/back-office.ts'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const SCHOOL = 'Lycée Simone-Auberval de Montauvert-le-Haut'
const TITLE = 'Exercice d’évacuation'
const row = ({ page }: Visitor) => page.getByRole('row').filter({ hasText: TITLE }).first()

test('a broadcast that asks to be confirmed reaches a perimeter foreseen, is confirmed once, then recalled and seen nowhere',
  { timeout: 300_000 }, async () => {
  const camille = await aVisitor({ at: inject('product').backOffice })
  await enterBackOffice(camille)
  await camille.go('/annonces')
  await camille.follow(camille.page.getByRole('link', { name: 'Faire une annonce' }), '/annonces/nouvelle')
  // An organisation first, then one of its groups: how many it reaches is said before anything is written.
  await camille.page.getByLabel('Organisation').fill(SCHOOL)
  await camille.page.getByLabel('Catégorie de personnes').selectOption('student')
  await camille.follow(camille.page.getByRole('button', { name: 'Voir combien de personnes' }), 'role=student')
  await camille.page.getByText(/Cette annonce atteindra/).waitFor()
  const groups = camille.page.getByLabel('Groupe de cette organisation')
  expect(await groups.locator('option').count()).toBeGreaterThan(1)
  await camille.page.getByLabel('Titre').fill(TITLE)
  await camille.page.getByLabel('Texte').fill('Lundi à dix heures, dans la cour.\n\nLundi à dix heures, dans la cour.')
  await camille.page.getByText('Demander à chaque personne de confirmer').click()
  await camille.follow(camille.page.getByRole('button', { name: 'Publier l’annonce' }), /\/annonces$/)
  await expect.poll(async () => { await camille.go('/annonces'); return row(camille).textContent() },
    { timeout: 30_000 }).toContain('envoyée')

  // On a phone, in the dark, without JavaScript.
  const lilou = await aVisitor({ javaScript: false, width: 360, height: 740, colorScheme: 'dark' })
  await enterAs(lilou, 'Lilou Marchandeau')
  const line = lilou.page.getByRole('main').getByRole('listitem').filter({ hasText: TITLE })
  await expect.poll(async () => { await lilou.go('/notifications?unread=true'); return line.count() }, { timeout: 30_000 }).toBe(1)
  await lilou.go('/annonces')
  await lilou.page.getByText('à confirmer').first().waitFor()
  await lilou.follow(lilou.page.getByRole('main').getByRole('link', { name: TITLE }).first(), /annonces\/[\da-f-]{36}$/)
  const address = new URL(lilou.page.url()).pathname
  expect(await lilou.page.getByText('Lundi à dix heures, dans la cour.').count()).toBe(2)
  await lilou.page.getByRole('button', { name: 'J’ai lu cette annonce' }).click()
  await lilou.page.getByText('Votre lecture est confirmée.').waitFor()
  expect(await lilou.page.getByRole('button', { name: 'J’ai lu cette annonce' }).count()).toBe(0)
  await lilou.go('/notifications?unread=true')
  expect(await line.count()).toBe(0)

  await camille.go('/annonces')
  const cells = await row(camille).getByRole('cell').allInnerTexts()
  expect(cells.join(' ')).toMatch(/\b1\b/)
  await camille.follow(row(camille).getByRole('link', { name: /Retirer/ }), 'recall=')
  await camille.page.getByLabel('Pourquoi la retirer').fill('Reporté à jeudi')
  await camille.follow(camille.page.getByRole('button', { name: 'Retirer' }), /\/annonces$/)
  await expect.poll(async () => { await camille.go('/annonces'); return row(camille).textContent() }).toContain('retirée')
  expect(await lilou.go(address)).toBe(404)
  await expect.poll(async () => { await lilou.go('/notifications'); return line.count() }, { timeout: 30_000 }).toBe(0)
  await lilou.leave()
  await camille.leave()
})
