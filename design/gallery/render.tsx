import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import type { DesignManifest } from '#design/css/build.ts'
import { Layout } from '#design/Layout.tsx'
import { Notice } from '#design/Notice.tsx'
import { themeBoot, themeBootSha256 } from '#design/theme.ts'
import { pages } from './pages.tsx'
import { navigation, person, quickLinks, refused, sites } from './samples.tsx'

/** The strictest policy that the portal may set: the kit must live under it. */
export const policy = [
  "default-src 'none'", `script-src 'self' 'sha256-${themeBootSha256}'`, "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
  "form-action 'self'", "base-uri 'none'",
].join('; ')

/** React as pages receive it, with an action's answer when there is one. */
export function renderIn(element: ReactNode, answer?: unknown): string {
  const router = createMemoryRouter([{ id: 'page', path: '*', element }],
    { hydrationData: { loaderData: {}, actionData: { page: answer } } })
  return renderToString(<RouterProvider router={router} />)
}

/** One page of the gallery, as a whole document. */
export async function document(name: string, theme: 'neutral' | 'state', buildDir: string, { scripts = true } =
  {}): Promise<string> {
  const manifest = JSON.parse(await readFile(join(buildDir, 'manifest.json'), 'utf8')) as DesignManifest
  const body = renderIn(
    <Layout site={sites[theme]} navigation={navigation} person={person} quickLinks={quickLinks} search={{ action: '/recherche' }}
      notices={name === 'list' && <Notice title="Démonstration :">les personnes et les structures sont inventées.</Notice>}>
      {pages[name]}
    </Layout>, name === 'refused' ? refused : undefined)
  const title = /<title>.*?<\/title>/.exec(body)?.[0] ?? ''
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${title}
    ${scripts ? `<script>${themeBoot}</script>` : ''}<link rel="stylesheet" href="${manifest[theme]}">
      <link rel="icon" href="${manifest.favicon}">
    ${scripts ? `<script defer src="${manifest.islands}"></script>` : ''}</head><body>${body.replace(title, '')}</body></html>`
}
