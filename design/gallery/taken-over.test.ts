import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { renderToString } from 'react-dom/server'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, origin } from './browser.ts'
import { takenOver } from './taken-over.tsx'

let browser: Browser
let page: Page
const errors: string[] = []

beforeAll(async () => {
  const bundle = async (entry: string) => {
    const built = await build({
      configFile: false, logLevel: 'error', define: { 'process.env.NODE_ENV': '"development"' },
      build: { write: false, minify: false, rollupOptions: { input: join(import.meta.dirname, entry),
        output: { format: 'iife' } } },
    }) as Rolldown.RolldownOutput
    return built.output[0].code
  }
  const [taken, islands] = await Promise.all([bundle('taken-over.tsx'), bundle('../islands/main.ts')])
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()) })
  page.on('pageerror', (error) => errors.push(error.message))
  const html =
    `<!doctype html><html lang="fr"><title>Prise</title><div id="app">${renderToString(takenOver())}</div>`
    + `<script src="/islands.js"></script><script src="/taken.js"></script>`
  await page.route(`${origin}/**`, (route) => {
    const script = { '/taken.js': taken, '/islands.js': islands }[new URL(route.request().url()).pathname]
    return route.fulfill(script ? { contentType: 'text/javascript', body: script } : { contentType: 'text/html; charset=utf-8',
      body: html })
  })
  await page.goto(`${origin}/`)
}, 60_000)

afterAll(() => browser.close())

test('a refusal comes back without a reload, takes the focus, keeps what was typed; a success empties the form', async () => {
  await page.getByRole('textbox', { name: 'Titre' }).fill('Non')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.getByText('Envoi en cours…').waitFor()
  await page.getByRole('alert').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  expect(await page.getByRole('textbox', { name: 'Titre' }).inputValue()).toBe('Non')
  expect(await page.getByRole('link', { name: 'Titre : 5 caractères au moins' }).count()).toBe(1)
  await page.getByRole('textbox', { name: 'Titre' }).fill('Bien plus long')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
  await expect.poll(() => page.getByRole('textbox', { name: 'Titre' }).inputValue()).toBe('')
  expect(page.url()).toBe(`${origin}/`)
})

test('files are sent one after another; each says what became of it, and can be stopped', async () => {
  const file = (name: string, size = 10) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(size) })
  await page.getByLabel('Fichiers').setInputFiles([file('bon.txt'), file('faux.pdf'), file('gros.bin', 1000), file('lent.txt')])
  await page.getByText('Fichier reçu.').waitFor()
  await page.getByText('Ce fichier ment sur son type.').waitFor()
  await page.getByText('Ce fichier pèse 1 Ko ; 100 octets au plus.').waitFor()
  await page.getByRole('button', { name: 'Annuler l’envoi de lent.txt' }).click()
  await page.getByText('Envoi annulé.').waitFor()
  expect(await page.getByRole('button', { name: 'Recommencer l’envoi de faux.pdf' }).count()).toBe(1)
})

test('React takes the page over without a complaint', () => expect(errors).toEqual([]))
