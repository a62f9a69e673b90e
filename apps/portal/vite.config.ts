import { resolve } from 'node:path'
import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname
const project = resolve(root, '../..')

const SERVER = [
  /^kernel\/(?!page\/(form|use-answer)\.ts$)/, /^(modules\/[^/]+|demo)\/(operations\/|api\.|policy\.|module\.|tables)/,
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

export default defineConfig({
  root, cacheDir: resolve(project, 'node_modules/.vite-portal'),
  plugins: [reactRouter(), serverStaysHome()],
  define: { __DEMONSTRATION__: JSON.stringify(Boolean(process.env['SILLAGE_DEMONSTRATION'])) },
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 },
  environments: { ssr: { build: { rollupOptions: { input: resolve(root, 'app.ts') } } } },
  server: { fs: { allow: [project] } },
})
