import type { Config } from '@react-router/dev/config'

// The demonstration's pages are in its own build, so that they do not exist outside it.
const name = process.env['SILLAGE_DEMONSTRATION'] ? 'demonstration' : 'portal'

export default {
  appDirectory: '.', buildDirectory: `../../build/${name}`, ssr: true, serverModuleFormat: 'esm', serverBuildFile: 'app.js',
  // Each link is a plain one where a page is not hydrated: nothing is discovered nor fetched ahead.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
