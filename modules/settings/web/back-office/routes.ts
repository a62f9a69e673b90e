import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [
  { path: '/reglages', file: 'modules/settings/web/back-office/SettingsPage.tsx', id: 'settings/settings' },
  { path: '/reglages/:key', file: 'modules/settings/web/back-office/SettingPage.tsx', id: 'settings/setting' },
]

export const urls = {
  settings: () => '/reglages',
  setting: (key: string, before?: string) => `/reglages/${encodeURIComponent(key)}${before ? `?before=${before}` : ''}`,
}
