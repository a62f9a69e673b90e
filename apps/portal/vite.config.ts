import { pagesOf } from '../bundle/vite.ts'

export default pagesOf(import.meta.dirname, 'portal', { __DEMONSTRATION__: JSON.stringify(Boolean(process.env['SILLAGE_DEMONSTRATION'])) })
