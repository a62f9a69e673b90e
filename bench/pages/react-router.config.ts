import type { Config } from '@react-router/dev/config'
import portal from '../../apps/portal/react-router.config.ts'

/** The portal itself, built elsewhere (vite.config.ts says what differs). */
export default { ...portal, appDirectory: '../../apps/portal', buildDirectory: '../../build/bench' } satisfies Config
