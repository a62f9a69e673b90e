// What `npm start` runs on a recent Node, once the packages are there.
import { enableCompileCache, flushCompileCache } from 'node:module'
import { compiled } from './compiled.ts'

enableCompileCache(compiled)
const [{ launch }, { steps }] = await Promise.all([import('./launch-sequence.ts'), import('./steps.ts')])
await launch(steps)
flushCompileCache()
