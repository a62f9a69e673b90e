import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [{ path: '/mon-compte/presence', file: 'modules/live/web/PresencePage.tsx', id: 'live/presence' }]

export const urls = { presence: () => '/mon-compte/presence' }
