import { resolve } from 'node:path'
import { mergeConfig, type Plugin } from 'vite'
import portal from '../../apps/portal/vite.config.ts'

const page = resolve(import.meta.dirname, '../../modules/bases/web/ResourcesPage.tsx')
const [said, becomes] = ['handle = { isPublic: true }', 'handle = { hydrate: true }']

/** The product does not hydrate its public list: in this build, React takes the same page over, so that what that costs can be measured. */
const hydrateTheList = (): Plugin => ({
  name: 'hydrate-the-list', enforce: 'pre',
  transform: {
    filter: { id: page },
    handler(code) {
      if (!code.includes(said)) throw new Error(`${page} does not say "${said}" any more: bench/pages/vite.config.ts must follow`)
      return code.replace(said, becomes)
    },
  },
})

const project = resolve(import.meta.dirname, '../..')
export default mergeConfig({ ...portal, plugins: [hydrateTheList(), ...portal.plugins ?? []] }, {
  root: import.meta.dirname, cacheDir: resolve(project, 'node_modules/.vite-bench'),
})
