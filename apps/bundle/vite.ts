import { resolve } from 'node:path'
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'

const project = resolve(import.meta.dirname, '../..')

const SERVER = [
  /^kernel\/(?!page\/(form|handle|use-answer)\.ts$)/, /^(modules\/[^/]+|demo)\/(operations\/|api\.|policy\.|module\.|tables)/,
  /^node_modules\/(pg|kysely|zod|fastify|pino|sharp|graphile-worker|nodemailer)\//,
]

/** Server code must not reach the browser: the build stops and names who imported it (design §2, second guard). */
const serverStaysHome = (): Plugin => ({
  name: 'server-stays-home', apply: 'build', enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'client',
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true })
    const path = found?.id.replace(`${project}/`, '').split('?')[0] ?? ''
    if (importer && SERVER.some((pattern) => pattern.test(path))) {
      throw new Error(`${importer.replace(`${project}/`, '')} would bring ${path} to the browser: only a page's loader and action may import it`)
    }
    return found
  },
})

/** How the pages of an app are bundled. @param root the app's folder. @param define constants of its build. */
export const pagesOf = (root: string, name: string, define: Record<string, string> = {}) => defineConfig({
  root, cacheDir: resolve(project, `node_modules/.vite-${name}`),
  plugins: [reactRouter(), serverStaysHome()],
  define,
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 },
  environments: { ssr: { build: { rollupOptions: { input: resolve(root, 'app.ts') } } } },
  server: { fs: { allow: [project] } },
})
