import { pagesOf } from '../bundle/vite.ts'

export default pagesOf(import.meta.dirname, 'back-office')
