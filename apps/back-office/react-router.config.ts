import type { Config } from '@react-router/dev/config'

// One build for all: nothing of the demonstration exists here.
export default {
  appDirectory: '.', buildDirectory: '../../build/back-office', ssr: true, serverModuleFormat: 'esm', serverBuildFile: 'app.js',
  routeDiscovery: { mode: 'initial' },
} satisfies Config
