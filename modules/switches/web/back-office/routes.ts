import type { PageRoute } from '#kernel/operation/module.ts'

const file = (name: string) => `modules/switches/web/back-office/${name}Page.tsx`

export const pages: PageRoute[] = [
  { path: '/interrupteurs', file: file('Switches'), id: 'switches/switches' },
  { path: '/interrupteurs/couper', file: file('TurnOff'), id: 'switches/turn-off' },
  { path: '/interrupteurs/signaux', file: file('Signals'), id: 'switches/signals' },
]

export const urls = {
  list: (before?: string) => `/interrupteurs${before ? `?before=${before}` : ''}`,
  lift: (switchId: string) => `/interrupteurs?lift=${switchId}`,
  turnOff: (feature?: string) => `/interrupteurs/couper${feature ? `?feature=${encodeURIComponent(feature)}` : ''}`,
  signals: (feature?: string) => `/interrupteurs/signaux${feature ? `?feature=${encodeURIComponent(feature)}` : ''}`,
  /** The page of settings is another module's, which this one needs. */
  limit: (setting: string) => `/reglages/${encodeURIComponent(setting)}`,
}
