import { expect, test } from 'vitest'
import { aVisitor, withBrowser } from './testing/browser.ts'

withBrowser()

const phone = { width: 360, height: 740 }

test('from the home page to a resource and its base, on a phone', async () => {
  const { page, go, follow, leave } = await aVisitor(phone)
  await go('/')
  const search = page.getByRole('main').locator('input[type=search]')
  await search.fill('impots')
  await follow(() => search.press('Enter'), '/recherche?text=impots')
  await follow(page.getByRole('navigation', { name: 'Types de résultats' }).getByRole('link', { name: /^Ressources/ }), '/ressources?text=impots')
  const count = page.getByRole('main').getByRole('heading', { level: 2 }).first()
  const before = Number.parseInt(await count.textContent() ?? '', 10)
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await page.locator('summary').filter({ hasText: 'Public' }).click()
  await page.locator('label').filter({ hasText: 'Médiateurs et médiatrices numériques' }).click()
  await follow(page.getByRole('button', { name: 'Appliquer les filtres' }), 'audiences=mediateurs_numeriques')
  const after = Number.parseInt(await count.textContent() ?? '', 10)
  expect(after).toBeGreaterThan(0)
  expect(after).toBeLessThan(before)
  await page.getByRole('list', { name: 'Filtres actifs' }).getByRole('link').click()
  await expect.poll(() => count.textContent()).toContain(String(before))
  await follow(page.getByRole('article').first().getByRole('link'), /\/ressources\/[\w-]+$/)
  await follow(page.getByRole('complementary').getByRole('link').first(), '/bases/')
  await page.getByRole('heading', { name: /Ressources de la base/ }).waitFor()
  await leave()
})

test('by keyboard alone: the skip links, the menu, the list', async () => {
  const { page, go, leave } = await aVisitor()
  await go('/ressources')
  const focused = () => page.evaluate(() => {
    const { activeElement: element } = document
    const { outlineStyle, outlineWidth } = getComputedStyle(element!)
    const outlined = outlineStyle !== 'none' && outlineWidth !== '0px'
    return { text: element!.textContent, seen: outlined && element!.getBoundingClientRect().top >= 0 }
  })
  await page.keyboard.press('Tab')
  expect(await focused()).toEqual({ text: 'Aller au contenu', seen: true })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  // As far as the first result, nothing is reached without being seen.
  for (let step = 0; step < 40 && !(await page.evaluate(() => document.activeElement?.closest('article'))); step++) {
    await page.keyboard.press('Tab')
    expect((await focused()).seen, (await focused()).text ?? '').toBe(true)
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/ressources\/[\w-]+$/)
  await leave()
})
