/** Our portal alone, as tools/steps.ts starts it: `{ url, folder, config }`. */
import { join } from 'node:path'
import type { Config } from '#kernel/config.ts'

interface Given { url: string; folder: string; config: Config }
interface Running { port: number; stop: () => Promise<void> }

const root = join(import.meta.dirname, '../..')
const { url, folder, config } = JSON.parse(process.argv[2]!) as Given
const { startPortal } = await import(join(root, folder, 'server/app.js')) as { startPortal: (given: object) => Promise<Running> }
const places = { client: join(root, folder, 'client'), design: join(root, 'build/design') }
const portal = await startPortal({ config, url, places, version: 'bench' })
process.once('SIGTERM', () => { void portal.stop().then(() => process.exit(0)) })
process.send!({ port: portal.port })
