import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'

/** Debian's Chromium when there is one, else the one that ships in a package. */
export async function openBrowser(): Promise<Browser> {
  const system = '/usr/bin/chromium'
  if (existsSync(system)) return chromium.launch({ executablePath: system, args: ['--no-sandbox'] })
  const { default: shipped } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await shipped.executablePath(), args: shipped.args })
}

const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', woff2: 'font/woff2' }

export const origin = 'http://gallery.test'

/** Answers pages from memory and what lies under `/design/` from the build, with the portal's policy. */
export async function serve(page: Page, buildDir: string, policy: string, document: (path: string) =>
  Promise<string>): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const headers = { 'content-security-policy': policy }
    if (!pathname.startsWith('/design/')) return route.fulfill({ contentType: 'text/html; charset=utf-8', headers,
      body: await document(pathname.slice(1)) })
    // Logos that the app's own build gives an address to.
    const folder = pathname.startsWith('/design/mark/') ? join(import.meta.dirname, '..') : buildDir
    const body = await readFile(join(folder, pathname.slice('/design/'.length)))
    return route.fulfill({ contentType: types[pathname.split('.').at(-1)!] ?? 'text/plain', body })
  })
}
