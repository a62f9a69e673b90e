import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from '#apps/portal/build.ts'
import { buildKey, isStale, noteBuild } from '#tools/fresh-build.ts'

const root = join(import.meta.dirname, '../..')

/** The product as it is served, and the same with its public list hydrated, which it is not in the product. */
export const buildBoth = async () => {
  if (isStale(root, 'demonstration')) {
    const key = buildKey(root)
    await build({ demonstration: true })
    noteBuild(root, 'demonstration', key)
  }
  const cli = join(root, 'node_modules/@react-router/dev/bin.cjs')
  const child = spawn(process.execPath, [cli, 'build', 'bench/pages', '--config', 'bench/pages/vite.config.ts', '--emptyOutDir'], {
    cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production', SILLAGE_DEMONSTRATION: '1' },
  })
  const [code] = await once(child, 'exit') as [number | null]
  if (code !== 0) throw new Error('The hydrated pages could not be built')
  return { product: 'build/demonstration', hydrated: 'build/bench' }
}
