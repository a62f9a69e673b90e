/** Pictures of the gallery to look at: `node design/gallery/shoot.ts [folder] [page…]`. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { buildCss } from '#design/css/build.ts'
import { openBrowser, origin, serve } from './browser.ts'

interface Rendering { document(name: string, theme: string, buildDir: string): Promise<string>, policy: string }

const [folder = 'build/gallery', ...wanted] = process.argv.slice(2)
const buildDir = await mkdtemp(join(tmpdir(), 'kit-'))
await buildCss(buildDir, { gallery: true })
await mkdir(folder, { recursive: true })
const { module: rendering } = await runnerImport<Rendering>(join(import.meta.dirname, 'render.tsx'),
  { configFile: false })
const { module: { pages } } = await runnerImport<{ pages: Record<string, unknown> }>(join(import.meta.dirname, 'pages.tsx'),
  { configFile: false })
const browser = await openBrowser()
for (const theme of ['neutral', 'state'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
      const page = await context.newPage()
      page.on('console', (message) => { if (message.type() === 'error') process.stderr.write(`${theme}: ${message.text()}\n`) })
      await serve(page, buildDir, rendering.policy, (path) => rendering.document(path, theme, buildDir))
      for (const name of Object.keys(pages).filter((one) => wanted.length === 0 || wanted.includes(one))) {
        await page.goto(`${origin}/${name}`)
        await page.evaluate(() => globalThis.document.fonts.ready)
        await page.screenshot({ path: join(folder, `${name}-${theme}-${colorScheme}-${width}.png`), fullPage: true })
      }
      await context.close()
    }
  }
}
await browser.close()
await rm(buildDir, { recursive: true })
