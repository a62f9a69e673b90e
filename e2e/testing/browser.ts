import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { openBrowser } from '#design/gallery/browser.ts'

interface Options { at?: string; width?: number; height?: number; colorScheme?: 'light' | 'dark'; javaScript?: boolean }

/** A person in front of their own browser. */
export interface Visitor {
  readonly page: Page
  /** Opens an address and looks at the page. @returns its status. */
  go: (path: string) => Promise<number>
  /** Does something that leads to another page, waits for it, and looks at it. @param to where it leads: a part of the address. */
  follow: (act: Locator | (() => Promise<unknown>), to: string | RegExp) => Promise<void>
  /** Looks at the page as it is now: axe finds nothing, and nothing is wider than the screen. */
  look: () => Promise<void>
  /** Asserts that the browser reported no error since it was opened, then closes it. */
  leave: () => Promise<void>
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser | undefined
const left: (() => Promise<void>)[] = []

/** Call it once in a file of journeys: one browser for the file, however many people. */
export const withBrowser = () => {
  beforeAll(async () => { browser = await openBrowser() }, 60_000)
  afterAll(async () => {
    for (const close of left.splice(0)) await close()
    await browser?.close()
  })
}

const audit = async (page: Page) => {
  await page.evaluate(axe)
  return page.evaluate(() => (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe
    .run({ resultTypes: ['violations'] }))
}

/** Where scripts are off axe cannot run: a twin of each page, as it was received, is looked at by a browser that runs axe alone. */
const aTwin = (options: BrowserContextOptions) => {
  let [twin, body]: [Promise<Page> | undefined, string] = [undefined, '']
  const open = async () => {
    const context = await browser!.newContext({ ...options, javaScriptEnabled: true, bypassCSP: true })
    left.push(() => context.close())
    const page = await context.newPage()
    await page.route('**/*', (route) => {
      const request = route.request()
      if (request.isNavigationRequest()) return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      return request.resourceType() === 'script' ? route.abort() : route.continue()
    })
    return page
  }
  return async (page: Page) => {
    const other = await (twin ??= open())
    body = await page.content()
    // The same address is another page now.
    await other.goto('about:blank')
    await other.goto(page.url())
    return audit(other)
  }
}

/** What stands in the way of people, in the page as it is. */
const barriersOf = async (page: Page, look: typeof audit) => {
  const { violations } = await look(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [
    ...violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`) })),
    ...overflow > 0 ? [{ id: 'wider than the screen', help: `${overflow} px`, where: [] }] : [],
  ]
}

/** Opens a browser for one person, French, with nothing remembered. `at` is where they begin: the portal, unless told. */
export const aVisitor = async (given: Options = {}): Promise<Visitor> => {
  const { at = inject('product').address, width = 1280, height = 900, colorScheme = 'light', javaScript = true } = given
  const options: BrowserContextOptions = {
    baseURL: at, viewport: { width, height }, colorScheme,
    javaScriptEnabled: javaScript, locale: 'fr-FR', timezoneId: 'Europe/Paris',
  }
  const context = await browser!.newContext(options)
  left.push(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const errors: string[] = []
  let status = 200
  page.on('response', (response) => { if (response.request().isNavigationRequest()) status = response.status() })
  page.on('console', (message) => {
    // A page that is missing says so to the console too, and the journey asserts its status.
    const known = status >= 400 && message.text().includes(`status of ${status}`)
    if (message.type() === 'error' && !known) errors.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
  const judge = javaScript ? audit : aTwin(options)
  const look = async () => { expect(await barriersOf(page, judge), page.url()).toEqual([]) }
  return {
    page, look,
    go: async (path) => {
      await page.goto(path)
      await look()
      return status
    },
    follow: async (act, to) => {
      await (typeof act === 'function' ? act() : act.click())
      await page.waitForURL(typeof to === 'string' ? (url) => (url.pathname + url.search).includes(to) : to)
      await page.waitForLoadState()
      await look()
    },
    leave: async () => {
      expect(errors).toEqual([])
      await context.close()
    },
  }
}
