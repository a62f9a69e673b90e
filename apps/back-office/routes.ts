import { resolve } from 'node:path'
import { index, layout, route, type RouteConfig } from '@react-router/dev/routes'
import type { PageRoute } from '#kernel/operation/module.ts'

const project = resolve(import.meta.dirname, '../..')

/** The pages that each module has for administrators, in its `web/back-office/routes.ts`. */
const modules = import.meta.glob<{ pages: readonly PageRoute[] }>('../../modules/*/web/back-office/routes.ts', { eager: true })
const pages = Object.values(modules).flatMap((one) => one.pages)

export default [layout('pages/ShellPage.tsx', [
  index('pages/HomePage.tsx'),
  ...pages.map(({ path, file, id }) => route(path, resolve(project, file), { id })),
  route('*', 'pages/NotFoundPage.tsx'),
])] satisfies RouteConfig
