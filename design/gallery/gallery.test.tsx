import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCss } from '#design/css/build.ts'
import { openBrowser, origin, serve } from './browser.ts'
import { pages } from './pages.tsx'
import { document, policy } from './render.tsx'

let folder: string
let browser: Browser
let axe: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kit-'))
  await buildCss(folder, { gallery: true })
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  browser = await openBrowser()
}, 60_000)

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

const open = async (options: { theme?: 'neutral' | 'state', width?: number, colorScheme?: 'light' | 'dark',
  javaScriptEnabled?: boolean }) => {
  const { theme = 'neutral', width = 1280, colorScheme = 'light', javaScriptEnabled = true } = options
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()) })
  page.on('pageerror', (error) => errors.push(error.message))
  await serve(page, folder, policy, (path) => document(path, theme, folder))
  return { page, errors, close: () => context.close() }
}

describe.each(['neutral', 'state'] as const)('%s', (theme) => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each([1280, 360])('no barrier at %i px, under the strictest policy', async (width) => {
      const { page, errors, close } = await open({ theme, width, colorScheme })
      const barriers: unknown[] = []
      for (const name of Object.keys(pages)) {
        await page.goto(`${origin}/${name}`)
        const overflow = await page.evaluate(() => globalThis.document.documentElement.scrollWidth - innerWidth)
        if (overflow > 0) barriers.push({ page: name, overflow })
        await page.evaluate(axe)
        const { violations } =
          await page.evaluate(() => (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe
            .run({ resultTypes: ['violations'] }))
        barriers.push(...violations.map(({ id, nodes }) => ({ page: name, id, where: nodes.map(({ html }) => html) })))
      }
      expect(barriers).toEqual([])
      expect(errors).toEqual([])
      await close()
    }, 60_000)
  })
})

test('on a phone the menu opens and closes without JavaScript', async () => {
  const { page, close } = await open({ width: 360, javaScriptEnabled: false })
  await page.goto(`${origin}/list`)
  const link = page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name: 'Aide' })
  await expect(link.isVisible()).resolves.toBe(false)
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(link.isVisible()).resolves.toBe(true)
  await page.getByRole('button', { name: 'Fermer' }).first().click()
  await expect(link.isVisible()).resolves.toBe(false)
  await close()
})

test('without JavaScript the preference of the device rules, and menu groups open', async () => {
  const { page, close } = await open({ colorScheme: 'dark', javaScriptEnabled: false })
  await page.goto(`${origin}/list`)
  const background = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
  expect(await background()).toBe('rgb(13, 26, 29)')
  await page.getByText('Mes démarches').click()
  await expect(page.getByRole('link', { name: 'Mes documents' }).isVisible()).resolves.toBe(true)
  await close()
})

test('the choice of light or dark holds on the next page', async () => {
  const { page, close } = await open({ colorScheme: 'light' })
  await page.goto(`${origin}/list`)
  await page.getByRole('button', { name: 'Sombre' }).click()
  await page.goto(`${origin}/content`)
  expect(await page.locator('html').getAttribute('data-fr-theme')).toBe('dark')
  expect(await page.getByRole('button', { name: 'Sombre' }).getAttribute('aria-pressed')).toBe('true')
  await page.getByRole('button', { name: 'Celle de l’appareil' }).click()
  expect(await page.locator('html').getAttribute('data-fr-theme')).toBeNull()
  await close()
})

test('a refused form takes the focus, counts what is typed, and says at once that choices are too many', async () => {
  const { page, close } = await open({})
  await page.goto(`${origin}/refused`)
  expect(await page.evaluate(() => globalThis.document.activeElement?.textContent)).toContain('6 réponses sont à revoir')
  await page.getByRole('textbox', { name: 'Description' }).fill('Bonjour')
  await expect(page.getByText('493 caractères restants').isVisible()).resolves.toBe(true)
  await page.getByLabel('Personnes en recherche d’emploi').check({ force: true })
  await expect(page.getByText('2 choix au plus : vous en avez pris 4. Retirez-en 2.').isVisible()).resolves.toBe(true)
  await close()
})

test('what destroys asks in a dialog, that Escape closes', async () => {
  const { page, close } = await open({})
  await page.goto(`${origin}/content`)
  await page.getByRole('link', { name: 'Supprimer' }).click()
  const dialog = page.getByRole('dialog', { name: 'Supprimer cette ressource ?' })
  await expect(dialog.isVisible()).resolves.toBe(true)
  await page.keyboard.press('Escape')
  await expect(dialog.isVisible()).resolves.toBe(false)
  await close()
})
