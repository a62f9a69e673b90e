import { expect, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const BASE = 'Les Passeurs numériques du Val d’Aubrière'

/** Waits for a job, as a page without a script does: by asking again. */
const until = async ({ page }: Visitor, shown: () => Promise<number>) => {
  await expect.poll(async () => {
    if (await shown()) return true
    await page.reload()
    return await shown() > 0
  }, { timeout: 60_000, interval: 1000 }).toBe(true)
}

const archiveOf = async ({ page, go }: Visitor): Promise<Buffer> => {
  await go('/mes-bases')
  const edit = await page.getByRole('listitem').filter({ hasText: BASE }).getByRole('link', { name: 'Modifier' }).first()
    .getAttribute('href')
  await go(edit!)
  const link = await page.getByRole('link', { name: 'Télécharger la base (archive ZIP)' }).getAttribute('href')
  return (await page.request.get(link!)).body()
}

test.each([true, false])('a base leaves as an archive, is looked at, and comes back as a new one (JavaScript: %s)', { timeout: 180_000 },
  async (javaScript) => {
  const nadia = await aVisitor()
  await enterAs(nadia, 'Nadia Cherkati')
  const buffer = await archiveOf(nadia)
  const joaquim = await aVisitor({ javaScript, width: 360, height: 740, colorScheme: 'dark' })
  await enterAs(joaquim, 'Joaquim Valadier')
  await joaquim.go('/mes-bases')
  await joaquim.follow(joaquim.page.getByRole('link', { name: 'Importer une base' }), '/mes-bases/importer')
  await joaquim.page.locator('input[type=file]').setInputFiles({ name: 'autre.zip', mimeType: 'application/zip',
    buffer: Buffer.from('bonjour') })
  await joaquim.page.getByRole('button', { name: 'Lire l’archive' }).click()
  await joaquim.page.getByRole('alert').or(joaquim.page.locator('.fr-error-text')).or(joaquim.page.getByText('ne peut pas être importée'))
    .first().waitFor()
  await joaquim.go('/mes-bases/importer')
  await joaquim.page.locator('input[type=file]').setInputFiles({ name: 'base.zip', mimeType: 'application/zip', buffer })
  await joaquim.follow(joaquim.page.getByRole('button', { name: 'Lire l’archive' }), /\/importer\/[\da-f-]{36}$/)
  const confirm = joaquim.page.getByRole('button', { name: 'Importer', exact: true })
  await until(joaquim, () => confirm.count())
  await joaquim.page.getByText('Une base sera créée').waitFor()
  await joaquim.look()
  await confirm.click()
  await joaquim.page.getByText('L’import commence.').waitFor()
  const see = joaquim.page.getByRole('link', { name: `Voir la base « ${BASE} »` })
  await until(joaquim, () => see.count())
  await joaquim.look()
  await joaquim.follow(see, '/bases/')
  await joaquim.page.getByRole('heading', { level: 1, name: BASE }).waitFor()
  for (const one of [nadia, joaquim]) await one.leave()
})

test.each([true, false])('a draft leaves as Markdown and comes back the same, or replaces another (JavaScript: %s)', { timeout: 120_000 },
  async (javaScript) => {
  const nadia = await aVisitor({ javaScript })
  await enterAs(nadia, 'Nadia Cherkati')
  await nadia.go('/mes-ressources')
  await nadia.follow(nadia.page.getByRole('link', { name: 'Importer un texte' }), '/mes-ressources/importer')
  await nadia.page.getByLabel('Collez le texte de la ressource').fill('Sans titre.')
  await nadia.page.getByRole('button', { name: 'Importer ce texte' }).click()
  await nadia.page.getByText('Ce texte n’a pas de titre').first().waitFor()
  expect(await nadia.page.getByLabel('Collez le texte de la ressource').inputValue()).toBe('Sans titre.')
  const file = (text: string) => ({ name: 'fiche.md', mimeType: 'text/markdown', buffer: Buffer.from(text) })
  await nadia.page.locator('input[type=file]').setInputFiles(file('# Une fiche apportée\n\nEn bref.\n\n## Avant\n\n- prévenir\n'))
  await nadia.follow(nadia.page.getByRole('button', { name: 'Importer ce texte' }), /\/mes-ressources\/[\da-f-]{36}$/)
  await nadia.page.getByRole('heading', { level: 1, name: 'Une fiche apportée' }).waitFor()
  await nadia.page.locator('.sl-part__shown').getByText('prévenir').waitFor()
  await nadia.follow(nadia.page.getByRole('link', { name: 'Réglages' }), '/reglages')
  const link = await nadia.page.getByRole('link', { name: 'Télécharger le brouillon (Markdown)' }).getAttribute('href')
  const text = await (await nadia.page.request.get(link!)).text()
  await nadia.page.getByText('Remplacer par un texte').click()
  await nadia.page.locator('#texte input[type=file]').setInputFiles(file(text.replace('prévenir', 'prévenir et accueillir')))
  await nadia.follow(nadia.page.getByRole('button', { name: 'Remplacer le brouillon' }), /\/mes-ressources\/[\da-f-]{36}(#texte)?$/)
  await nadia.page.locator('.sl-part__shown').getByText('prévenir et accueillir').waitFor()
  await nadia.follow(nadia.page.getByRole('link', { name: 'Historique' }), '/historique')
  await nadia.page.getByText('a importé le texte de la ressource').first().waitFor()
  await nadia.leave()
})
