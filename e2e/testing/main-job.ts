import sharp from 'sharp'
import { expect } from 'vitest'
import { fileNamed } from '#demo/world/files.ts'
import type { Visitor } from './browser.ts'

/** Signs in as one of the people of the demonstration. */
export const enterAs = async ({ page, go, follow }: Visitor, name: string) => {
  await go('/demonstration')
  await follow(page.getByRole('button', { name: `Entrer comme ${name}` }), /localhost:\d+\/$/)
  await page.getByText(name).first().waitFor({ state: 'attached' })
}

const aPhotograph = () => sharp({ create: { width: 1600, height: 900, channels: 3, background: '#2f6f73' } }).jpeg().toBuffer()

/** Adds one content by its form, then sees it among the others. `fill` fills the form. */
const add = async ({ page, look }: Visitor, type: string, submit: string, fill: () => Promise<void>, shown: string) => {
  const form = page.locator(`#ajouter-${type}`)
  await form.locator('summary').first().click()
  await fill()
  await form.getByRole('button', { name: submit }).click()
  await page.locator('.sl-part').getByText(shown).first().waitFor()
  await look()
}

export interface Written { title: string; description: string; text: string }

/** Writes a resource with a text, an image, a link and a file, and publishes it. Both with and without JavaScript. */
export const writeAndPublish = async (author: Visitor, { title, description, text }: Written, sentOnItsOwn: boolean) => {
  const { page, go, follow, look } = author
  const attach = async (type: string, file: { name: string; mimeType: string; buffer: Buffer }) => {
    await page.locator(`#ajouter-${type} input[type=file]`).setInputFiles(file)
    // Without JavaScript the file leaves with its form.
    if (sentOnItsOwn) await page.locator(`#ajouter-${type}`).getByText('Fichier reçu.').waitFor()
  }
  await go('/mes-ressources/nouvelle')
  await page.getByLabel('Titre').fill(title)
  await page.getByLabel('Description').fill(description)
  await follow(page.getByRole('button', { name: 'Créer le brouillon' }), /\/mes-ressources\/[\da-f-]{36}/)

  await add(author, 'text', 'Ajouter ce texte', () => page.locator('#ajouter-text').getByLabel(/^Texte/).fill(text), text)
  await add(author, 'image', 'Ajouter cette image', async () => {
    await attach('image', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await aPhotograph() })
    await page.locator('#ajouter-image label').filter({ hasText: 'Oui' }).click()
    await page.locator('#ajouter-image').getByLabel('Texte de remplacement').fill('Le téléphone ouvert sur un torchon sec')
    await page.locator('#ajouter-image').getByLabel('Légende').fill('Étaler les pièces sans les mélanger.')
  }, 'Étaler les pièces sans les mélanger.')
  await add(author, 'link', 'Ajouter ce lien', async () => {
    await page.locator('#ajouter-link').getByLabel('Adresse de la page').fill('https://www.ecologie.gouv.fr/reparation')
    await page.locator('#ajouter-link').getByLabel('Nom du lien').fill('Le bonus réparation')
  }, 'Le bonus réparation')
  const { name, mime, bytes } = fileNamed('fiche-etabli.pdf')
  await add(author, 'file', 'Ajouter ce fichier', () => attach('file', { name, mimeType: mime, buffer: bytes }), name)

  await follow(page.getByRole('link', { name: 'Réglages' }), '/reglages')
  for (const choice of [/^Matériel reconditionné$/, /^Tutoriel$/, /^Particuliers$/]) await page.locator('label').filter({ hasText: choice }).click()
  await page.locator('#classement').getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('list', { name: 'Thématiques, supports et publics choisis' }).waitFor()
  await look()
  await follow(page.getByRole('button', { name: 'Publier' }), /\/ressources\/[\w-]+$/)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
}

/** Finds the resource by words typed in haste, reads it, and keeps it in a new collection. */
export const findAndKeep = async (reader: Visitor, { title, text }: Written, typed: string, collection: string) => {
  const { page, go, follow, look } = reader
  await go('/')
  // A combobox where JavaScript runs, a field of search elsewhere.
  const search = page.getByRole('main').locator('input[type=search]')
  await search.fill(typed)
  await follow(() => search.press('Enter'), '/recherche?text=')
  await follow(page.getByRole('link', { name: title }).first(), '/ressources/')
  await page.getByText(text).waitFor()
  const picture = page.getByRole('img', { name: 'Le téléphone ouvert sur un torchon sec' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'fiche-etabli.pdf' }).click()
  expect((await downloading).suggestedFilename()).toBe('fiche-etabli.pdf')

  await follow(page.getByRole('link', { name: 'Enregistrer', exact: true }), '/ranger')
  await page.locator('summary').filter({ hasText: 'Créer une collection' }).click()
  await page.getByLabel('Nom de la collection').fill(collection)
  await page.getByRole('button', { name: 'Créer la collection' }).click()
  const line = page.getByRole('listitem').filter({ hasText: collection }).first()
  await line.getByRole('button', { name: 'Y ranger' }).click()
  await line.getByRole('button', { name: 'Retirer' }).waitFor()
  await look()
  await go('/mes-collections')
  await follow(page.getByRole('link', { name: collection }).first(), '/collections/')
  await page.getByRole('link', { name: title }).first().waitFor()
}
