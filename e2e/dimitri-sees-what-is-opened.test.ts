import { expect, test } from 'vitest'
import { aVisitor, withBrowser } from './testing/browser.ts'
import { enterAs } from './testing/main-job.ts'

withBrowser()

const TITLE = 'Fiche d’établi'
const FILE = 'fiche-etabli.pdf'

test('somebody without an account nor JavaScript takes a file, and its author sees that one more did', async () => {
  const dimitri = await aVisitor()
  await enterAs(dimitri, 'Dimitri Zaragossian')
  await dimitri.go('/ressources?text=fiche+%C3%A9tabli')
  await dimitri.follow(dimitri.page.getByRole('link', { name: TITLE }).first(), '/ressources/fiche-d-etabli')
  const resource = new URL(dimitri.page.url()).pathname
  await dimitri.follow(dimitri.page.getByRole('link', { name: 'Statistiques' }), '/statistiques')
  const opened = async () => {
    await dimitri.page.reload()
    const line = dimitri.page.getByRole('row').filter({ hasText: FILE })
    return Number((await line.getByRole('cell').last().textContent())!.replaceAll(/\D/g, ''))
  }
  const before = await opened()
  await dimitri.look()

  const reader = await aVisitor({ width: 360, javaScript: false })
  await reader.go(resource)
  for (const _ of ['once', 'and once more']) {
    const downloading = reader.page.waitForEvent('download')
    await reader.page.getByRole('link', { name: FILE }).click()
    expect((await downloading).suggestedFilename()).toBe(FILE)
  }
  await expect.poll(opened, { timeout: 20_000 }).toBe(before + 1)
  // On paper, and for who asks for the file itself, nothing goes through the counting.
  await reader.go(`${resource}/imprimer`)
  expect(await reader.page.getByRole('link', { name: FILE }).getAttribute('href')).toMatch(/^\/files\//)
  await reader.leave()
  await dimitri.leave()
})

test('a link says whose site it leads to, and leads there and nowhere else', async () => {
  const reader = await aVisitor({ javaScript: false })
  await reader.go('/ressources?text=capteurs+rivi%C3%A8re')
  await reader.follow(reader.page.getByRole('link', { name: 'Suivre la rivière' }).first(), '/ressources/suivre-la-riviere')
  const link = reader.page.getByRole('link', { name: 'Publier des données ouvertes' })
  expect(await link.textContent()).toContain('data.gouv.fr')
  expect(await link.getAttribute('rel')).toBe('nofollow noopener')
  const address = `${(await link.getAttribute('href'))!}?url=https://ailleurs.example&to=https://ailleurs.example`
  const answer = await reader.page.request.get(address, { maxRedirects: 0 })
  expect([answer.status(), answer.headers()['location']]).toEqual([302, 'https://www.data.gouv.fr/'])
  // Whoever is given our address elsewhere reads the resource before they leave.
  const given = await reader.page.request.get(address, { maxRedirects: 0, headers: { 'sec-fetch-site': 'cross-site' } })
  expect(given.headers()['location']).toMatch(/^\/ressources\/suivre-la-riviere/)
  await reader.leave()
})
