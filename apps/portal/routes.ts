import { resolve } from 'node:path'
import { index, layout, route, type RouteConfig } from '@react-router/dev/routes'
import type { PageRoute } from '#kernel/operation/module.ts'
import { pages as access } from '#modules/access/web/routes.ts'
import { pages as announcements } from '#modules/announcements/web/routes.ts'
import { pages as bases } from '#modules/bases/web/routes.ts'
import { pages as identity } from '#modules/identity/web/routes.ts'
import { pages as live } from '#modules/live/web/routes.ts'
import { pages as notifications } from '#modules/notifications/web/routes.ts'
import { pages as messaging } from '#modules/messaging/web/routes.ts'
import { pages as moderation } from '#modules/moderation/web/routes.ts'
import { pages as organisations } from '#modules/organisations/web/routes.ts'
import { pages as privacy } from '#modules/privacy/web/routes.ts'
import { pages as terms } from '#modules/terms/web/routes.ts'
import { pages as statistics } from '#modules/statistics/web/routes.ts'
import { pages as search } from '#modules/search/web/routes.ts'
import { pages as provisioning } from '#modules/provisioning/web/routes.ts'
import { pages as demonstration } from '#demo/web/routes.ts'

const project = resolve(import.meta.dirname, '../..')

/** A module gives its pages with the file's path from the project's root. */
const mounted = (pages: readonly PageRoute[]) => pages.map(({ path, file, id }) => route(path, resolve(project, file), { id }))

export default [layout('pages/ShellPage.tsx', [
  index('pages/HomePage.tsx'),
  route('api', 'pages/ApiPage.tsx'),
  route('accessibilite', 'pages/AccessibilityPage.tsx'),
  route('mentions-legales', 'pages/LegalPage.tsx'),
  route('hors-ligne', 'pages/OfflinePage.tsx'),
  ...mounted(identity), ...mounted(live), ...mounted(notifications), ...mounted(announcements), ...mounted(messaging), ...mounted(moderation), ...mounted(access), ...mounted(bases), ...mounted(search), ...mounted(statistics), ...mounted(organisations), ...mounted(privacy), ...mounted(provisioning), ...mounted(terms),
  ...process.env['SILLAGE_DEMONSTRATION'] ? mounted(demonstration) : [],
  route('*', 'pages/NotFoundPage.tsx'),
])] satisfies RouteConfig
