import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { aVisitor, withBrowser, type Visitor } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

/** As the secretary's spreadsheet writes it: ISO-8859-1, semicolons, CRLF; one name is missing. */
const aClass = (mark: string) => ({
  name: 'promotion-nº2.csv', mimeType: 'text/csv',
  buffer: Buffer.from([
    'numéro étudiant;nom;prénom;courriel;rôle;groupe',
    `${mark}1;Bélanger;Chloé;chloe.belanger.${mark}@courriel.example;étudiante;Promotion ${mark}`,
    `${mark}2;N’Diaye;Moïse;moise.ndiaye.${mark}@courriel.example;étudiant;Promotion ${mark}`.replace('’', '\''),
    `${mark}3;;Françoise;francoise.${mark}@courriel.example;étudiante;Promotion ${mark}`,
    `${mark}4;Šurkala;Théo;theo.surkala.${mark}@courriel.example;étudiant;Promotion ${mark}`.replace('Š', 'S'),
    '',
  ].join('\r\n'), 'latin1'),
})

const UNIVERSITY = 'Université du Val d’Aubrière'

/** Waits until the work is done: with a script the page follows it by itself, without one a link asks again. */
const worked = async ({ page, look }: Visitor, shown: string) => {
  const result = page.getByText(shown).first()
  const again = page.getByRole('link', { name: 'Voir où il en est' })
  if (await page.evaluate(() => '__reactRouterContext' in globalThis)) await result.waitFor({ timeout: 60_000 })
  else {
    await expect.poll(async () => {
      if (await result.isVisible()) return true
      if (await again.isVisible()) await again.click()
      return false
    }, { timeout: 60_000, interval: 1000 }).toBe(true)
  }
  await page.waitForLoadState()
  await look()
}

/** Sends a list, and waits for what it would do. */
const send = async (visitor: Visitor, list: ReturnType<typeof aClass>) => {
  const { page, follow } = visitor
  await page.getByLabel(/^Votre liste/).setInputFiles(list)
  await follow(page.getByRole('button', { name: 'Envoyer la liste' }), /\/gerer\/imports\/[\da-f-]{36}$/)
  await page.getByRole('heading', { level: 1, name: list.name }).waitFor()
  await worked(visitor, 'Ce que l’import ferait')
}

/** The number that the page gives to something: `À créer` → `3 lignes`. */
const said = (page: Visitor['page'], what: string) => page.locator('dl > div, dl').filter({ hasText: what }).first().textContent()

test.each([
  ['on a wide screen', { width: 1280, height: 900 }],
  ['on a phone, in the dark, without JavaScript', { width: 360, height: 740, colorScheme: 'dark' as const, javaScript: false }],
])('Karim imports a class %s: sees what was guessed and what would change, corrects a row, keeps the report, undoes', { timeout: 240_000 }, async (_, screen) => {
  const mark = Date.now().toString(36)
  const karim = await aVisitor(screen)
  const { page, go, follow, look } = karim
  await enterAs(karim, 'Karim Benslatni')
  await go('/gerer/imports')
  await follow(page.getByRole('main').getByRole('link', { name: UNIVERSITY }), /\/gerer\/[\da-f-]{36}\/imports$/)
  await page.getByRole('heading', { name: 'Annuaire relié' }).waitFor()
  await send(karim, aClass(mark))

  // What was guessed is shown, with its doubt.
  expect(await page.getByLabel('Encodage').inputValue()).toBe('windows-1252')
  expect(await page.getByLabel('Séparateur').inputValue()).toBe(';')
  await page.getByText('Nous ne sommes pas sûrs de l’encodage').waitFor()
  await page.getByText('Chloé, Moïse, Françoise').waitFor()
  expect(await page.getByLabel('Ce que contient la colonne prénom').inputValue()).toBe('firstName')
  // Nothing is changed yet.
  expect(await said(page, 'À créer')).toContain('3 lignes')
  expect(await said(page, 'En quarantaine')).toContain('1 ligne')
  await page.getByText('Nom : manque.').waitFor()

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger ces lignes' }).click()
  const sheet = await downloading
  expect(sheet.suggestedFilename()).toMatch(/^quarantaine-.*\.csv$/)
  const wrong = (await readFile(await sheet.path(), 'utf8')).trim().split('\r\n')
  expect(wrong).toHaveLength(2)
  expect(wrong[1]).toContain('"Françoise"')

  await follow(page.getByRole('link', { name: /^Corriger/ }), /\/lignes\/3$/)
  await page.getByText('Nom : manque.').waitFor()
  expect(await page.getByLabel('Prénom', { exact: true }).inputValue()).toBe('Françoise')
  await page.getByLabel('Nom', { exact: true }).fill('Quéméner')
  await follow(page.getByRole('button', { name: 'Corriger et rejouer' }), /\/gerer\/imports\/[\da-f-]{36}$/)
  await page.getByText('La ligne est corrigée.').waitFor()
  expect(await said(page, 'À créer')).toContain('4 lignes')

  await follow(page.getByRole('button', { name: 'Lancer l’import' }), /\/gerer\/imports\/[\da-f-]{36}$/)
  await worked(karim, 'Ce que l’import a fait')
  expect(await said(page, 'Créées')).toContain('4 lignes')
  const reporting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger le rapport' }).click()
  expect(await readFile(await (await reporting).path(), 'utf8')).toContain('"Quéméner"')

  const here = page.url()
  await follow(page.getByRole('link', { name: UNIVERSITY }).last(), /\/gerer\/[\da-f-]{36}\/imports$/)
  await page.getByRole('row', { name: /promotion-nº2\.csv/ }).first().waitFor()
  await go(here)
  // Nothing is undone without a question.
  const ask = page.getByRole('button', { name: 'Annuler tout l’import' }).or(page.getByRole('link', { name: 'Annuler tout l’import' })).first()
  await ask.click()
  await page.getByText('les personnes qu’il a créées et qui ne sont jamais venues seront effacées').waitFor()
  await look()
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'), page.getByRole('button', { name: 'Annuler tout l’import' }).last().click(),
  ])
  expect(answer.status()).toBeLessThan(400)
  await worked(karim, 'Cet import a été annulé.')
  await karim.leave()
})

test('Béatrice imports in her programme alone; Yanis nowhere, and finds nothing of theirs', { timeout: 120_000 }, async () => {
  const beatrice = await aVisitor({ width: 360, height: 740 })
  await enterAs(beatrice, 'Béatrice Lacombrade')
  await beatrice.go('/gerer/imports')
  await beatrice.follow(beatrice.page.getByRole('link', { name: /^Licence professionnelle/ }), /\/gerer\/[\da-f-]{36}\/imports\?groupId=/)
  await beatrice.page.getByText('Tout le monde entrera dans le groupe « Licence professionnelle').waitFor()
  expect(await beatrice.page.getByLabel(/^Rôle/).locator('option').allTextContents()).toEqual(['Étudiant, élève', 'Enseignant', 'Responsable de formation', 'Membre'])
  // Karim's imports are of the whole university.
  await beatrice.page.getByText('Aucun import pour le moment.').waitFor()
  const whole = new URL(beatrice.page.url()).pathname
  expect(await beatrice.go(whole)).toBe(403)
  await beatrice.leave()

  const yanis = await aVisitor()
  await enterAs(yanis, 'Yanis Oukaci')
  await yanis.go('/gerer/imports')
  await yanis.page.getByText('Vous n’êtes responsable d’aucune organisation').waitFor()
  expect(await yanis.go(whole)).toBe(403)
  await yanis.leave()
})
