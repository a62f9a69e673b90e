import { join } from 'node:path'

const project = join(import.meta.dirname, '../..')
const loaders = [join(import.meta.dirname, 'use-client.cjs')]

// What bench/pages.ts compares with: Next.js as it comes, its answers not compressed since ours are not either in that measure.
export default {
  turbopack: {
    root: project, resolveAlias: { 'react-router': './router.tsx', '#design/Kept.tsx': './kept.tsx' },
    rules: Object.fromEntries(['Link', 'Page', 'Layout'].map((name) => [`**/design/${name}.tsx`, { loaders }])),
  },
  typescript: { ignoreBuildErrors: true },
  compress: false, poweredByHeader: false,
}
