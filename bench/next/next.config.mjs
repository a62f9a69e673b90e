import { join } from 'node:path'

const project = join(import.meta.dirname, '../..')

// What bench/pages.ts compares with: Next.js as it comes, its answers not compressed since ours are not either in that measure.
export default {
  turbopack: { root: project, resolveAlias: { 'react-router': './bench/next/router.tsx' } },
  typescript: { ignoreBuildErrors: true },
  compress: false, poweredByHeader: false,
}
