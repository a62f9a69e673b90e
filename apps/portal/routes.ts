import { resolve } from 'node:path'
import { index, route, type RouteConfig } from '@react-router/dev/routes'
import type { PageRoute } from '#kernel/operation/module.ts'
import { pages as bases } from '#modules/bases/web/routes.ts'
import { pages as identity } from '#modules/identity/web/routes.ts'
import { pages as demonstration } from '#demo/web/routes.ts'

const project = resolve(import.meta.dirname, '../..')

/** A module gives its pages with the file's path from the project's root. */
const mounted = (pages: readonly PageRoute[]) => pages.map(({ path, file, id }) => route(path, resolve(project, file), { id }))

export default [
  index('pages/HomePage.tsx'),
  route('api', 'pages/ApiPage.tsx'),
  route('accessibilite', 'pages/AccessibilityPage.tsx'),
  route('mentions-legales', 'pages/LegalPage.tsx'),
  route('hors-ligne', 'pages/OfflinePage.tsx'),
  ...mounted(identity), ...mounted(bases),
  ...process.env['SILLAGE_DEMONSTRATION'] ? mounted(demonstration) : [],
  route('*', 'pages/NotFoundPage.tsx'),
] satisfies RouteConfig
