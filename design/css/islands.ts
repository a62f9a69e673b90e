import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { writeAsset, writeBeside } from './output.ts'

const bundled = async (entry: string) => {
  const built = await build({
    configFile: false, logLevel: 'warn', root: join(import.meta.dirname, '..'),
    build: {
      write: false, minify: true, target: ['chrome109', 'firefox102', 'safari15.4'],
      rollupOptions: { input: join(import.meta.dirname, '..', entry), output: { format: 'iife' } },
    },
  })
  const [chunk] = (Array.isArray(built) ? built[0]! : built as Rolldown.RolldownOutput).output
  return chunk.code
}

/** Bundles the behaviour of pages and, apart, that of those who have signed in, whose addresses it answers, and the service workers. */
export async function buildIslands(outDir: string): Promise<{ islands: string, live: string }> {
  const [islands, live, worker, push] =
    await Promise.all([bundled('islands/main.ts'), bundled('islands/live.ts'), bundled('offline/worker.ts'), bundled('push/worker.ts')])
  await writeBeside(outDir, 'sw.js', worker)
  await writeBeside(outDir, 'push-worker.js', push)
  return { islands: await writeAsset(outDir, 'islands.js', islands), live: await writeAsset(outDir, 'live.js', live) }
}
