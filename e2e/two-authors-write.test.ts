import { expect, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const BASE = 'Les Passeurs numériques du Val d’Aubrière'

/** The form of the first content, opened. */
const firstText = async ({ page }: Visitor) => {
  const part = page.locator('.sl-part').first()
  await part.locator('summary').filter({ hasText: 'Modifier' }).first().click()
  return { part, text: part.getByLabel(/^Texte/) }
}

const addText = async ({ page, look }: Visitor, words: string) => {
  await page.locator('#ajouter-text summary').first().click()
  await page.locator('#ajouter-text').getByLabel(/^Texte/).fill(words)
  await page.getByRole('button', { name: 'Ajouter ce texte' }).click()
  await page.locator('.sl-part__shown').getByText(words).first().waitFor()
  await look()
}

test('Nadia and Joaquim write one resource at the same time, lose nothing, and a reader without JavaScript reads it', { timeout: 240_000 }, async () => {
  const title = 'Accueillir à deux une permanence'
  const nadia = await aVisitor()
  await enterAs(nadia, 'Nadia Cherkati')
  await nadia.go('/mes-ressources/nouvelle')
  await nadia.page.getByLabel('Titre').fill(title)
  await nadia.page.getByLabel('Base de la ressource').selectOption({ label: BASE })
  await nadia.follow(nadia.page.getByRole('button', { name: 'Créer le brouillon' }), /\/mes-ressources\/[\da-f-]{36}/)
  const draft = new URL(nadia.page.url()).pathname
  await addText(nadia, 'L’une accueille.')
  await addText(nadia, 'L’autre installe le matériel.')

  // What is typed is saved without a button, and survives a network that goes away.
  const hers = await firstText(nadia)
  await hers.text.fill('L’une accueille et écoute.')
  await hers.part.getByText(/Enregistré à \d\d:\d\d/).waitFor()
  await hers.part.locator('.sl-part__shown').getByText('L’une accueille et écoute.').waitFor()
  await nadia.look()
  await nadia.page.context().setOffline(true)
  await hers.text.fill('L’une accueille, écoute et note.')
  await hers.part.getByText(/Pas encore enregistré/).waitFor()
  await nadia.page.context().setOffline(false)
  await hers.part.getByText(/Enregistré à \d\d:\d\d/).waitFor()

  // Joaquim, on a phone, writes over what he had opened before: both texts are kept, side by side.
  const joaquim = await aVisitor({ width: 360, height: 740, colorScheme: 'dark' })
  await enterAs(joaquim, 'Joaquim Valadier')
  await joaquim.go(draft)
  await joaquim.page.getByText('Nadia Cherkati a aussi ce brouillon ouvert').waitFor()
  const his = await firstText(joaquim)
  // His network is away for a moment: else what she writes may reach him before he types, and would be no surprise.
  await joaquim.page.context().setOffline(true)
  await hers.text.fill('L’une accueille, écoute, note et sourit.')
  await hers.part.locator('.sl-part__shown').getByText('note et sourit').waitFor()
  await his.text.fill('Joaquim accueille, écoute et note.')
  await his.part.getByText(/Pas encore enregistré/).waitFor()
  await joaquim.page.context().setOffline(false)
  await his.part.getByText('Quelqu’un d’autre a écrit ici en même temps que vous').waitFor()
  await his.part.locator('.sl-part__theirs').getByText('note et sourit').waitFor()
  expect(await his.text.inputValue()).toBe('Joaquim accueille, écoute et note.')
  await joaquim.look()
  // Each sees where the other writes.
  await hers.part.getByText('Joaquim Valadier modifie ce contenu').waitFor({ timeout: 30_000 })
  await his.part.getByRole('button', { name: 'Garder l’autre version' }).click()
  expect(await his.text.inputValue()).toBe('L’une accueille, écoute, note et sourit.')

  // The order changes by the keyboard, and is said.
  const second = nadia.page.locator('.sl-part').nth(1)
  await nadia.page.reload()
  await second.locator('.sl-handle').focus()
  await nadia.page.keyboard.press('ArrowUp')
  await nadia.page.getByText('Le contenu est maintenant à la place 1 sur 2.').waitFor({ state: 'attached' })
  await nadia.page.locator('.sl-part__shown').first().getByText('installe le matériel').waitFor()
  await nadia.look()

  // The history gives back the first words, as one more change.
  await nadia.follow(nadia.page.getByRole('link', { name: 'Historique' }), '/historique')
  await nadia.page.locator('.sl-history summary').first().click()
  await nadia.follow(nadia.page.locator('.sl-history .sl-history').getByRole('link', { name: /Comparer/ }).last(), /historique\/\d+$/)
  await nadia.page.getByText('Ce qui est souligné a été ajouté depuis').waitFor()
  await nadia.go(`${draft}/historique/3`)
  await nadia.page.getByRole('link', { name: 'Rétablir cet état' }).click()
  await nadia.follow(nadia.page.getByRole('dialog').getByRole('button', { name: 'Rétablir cet état' }), draft)
  expect(await nadia.page.locator('.sl-part__shown').allInnerTexts()).toEqual(['L’une accueille.', 'L’autre installe le matériel.'])

  // What one is writing when another removes it is not lost.
  const last = await firstText(nadia)
  await last.text.fill('L’une accueille, jusqu’au bout.')
  await last.part.getByText(/Enregistré à \d\d:\d\d/).waitFor()
  await joaquim.page.context().setOffline(false)
  await nadia.page.context().setOffline(true)
  await last.text.fill('L’une accueille, jusqu’au bout du bout.')
  await joaquim.go(draft)
  await joaquim.page.locator('.sl-part').first().getByRole('link', { name: /^Retirer/ }).click()
  await joaquim.page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
  await joaquim.page.getByText('Le contenu est retiré.').waitFor()
  await nadia.page.context().setOffline(false)
  await nadia.page.getByText('Ce contenu a été retiré pendant que vous l’écriviez').waitFor()
  await nadia.page.getByRole('button', { name: 'Ajouter ce texte' }).first().click()
  await nadia.page.locator('.sl-part__shown').getByText('jusqu’au bout du bout').waitFor()
  await nadia.look()

  // Published, it is read and printed without JavaScript.
  await nadia.follow(nadia.page.getByRole('link', { name: 'Réglages' }), '/reglages')
  for (const choice of [/^Inclusion numérique$/, /^Méthodologie$/, /^Médiateurs et médiatrices numériques$/]) {
    await nadia.page.locator('label').filter({ hasText: choice }).first().click()
  }
  await nadia.page.locator('#classement').getByRole('button', { name: 'Enregistrer' }).click()
  await nadia.page.getByRole('list', { name: 'Thématiques, supports et publics choisis' }).waitFor()
  await nadia.follow(nadia.page.getByRole('button', { name: 'Publier' }), /\/ressources\/[\w-]+$/)
  const address = new URL(nadia.page.url()).pathname
  const reader = await aVisitor({ javaScript: false, width: 360, height: 740 })
  expect(await reader.go(address)).toBe(200)
  await reader.page.getByText('jusqu’au bout du bout').waitFor()
  await reader.follow(reader.page.getByRole('link', { name: 'Imprimer ou enregistrer en PDF' }), '/imprimer')
  await reader.page.getByText('À propos de cette ressource').waitFor()
  await reader.leave()
})

test('without JavaScript the same draft is written, compared and brought back by forms alone', { timeout: 180_000 }, async () => {
  const nadia = await aVisitor({ javaScript: false })
  await enterAs(nadia, 'Nadia Cherkati')
  await nadia.go('/mes-ressources/nouvelle')
  await nadia.page.getByLabel('Titre').fill('Écrire sans script')
  await nadia.follow(nadia.page.getByRole('button', { name: 'Créer le brouillon' }), /\/mes-ressources\/[\da-f-]{36}/)
  const draft = new URL(nadia.page.url()).pathname
  await addText(nadia, 'Premiers mots.')
  const { part, text } = await firstText(nadia)
  await text.fill('Mots suivants.')
  await part.getByRole('button', { name: 'Enregistrer' }).click()
  await nadia.page.locator('.sl-part__shown').getByText('Mots suivants.').waitFor()
  await nadia.go(`${draft}/historique/2`)
  await nadia.page.locator('ins').getByText('suivants').waitFor()
  await nadia.follow(nadia.page.getByRole('button', { name: /Rétablir ce contenu/ }), draft)
  await nadia.page.locator('.sl-part__shown').getByText('Premiers mots.').waitFor()
  await nadia.go(`${draft}/historique/3`)
  await nadia.follow(nadia.page.getByRole('link', { name: 'Rétablir cet état' }), '?retablir')
  await nadia.follow(nadia.page.getByRole('button', { name: 'Rétablir cet état' }), draft)
  await nadia.page.locator('.sl-part__shown').getByText('Mots suivants.').waitFor()
  await nadia.leave()
})
