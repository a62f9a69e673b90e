import type { ReactNode } from 'react'
import { themeBoot } from '#design/theme.ts'
import { frame } from '../data.ts'
import { Surround } from './Surround.tsx'

/** The document, as apps/portal/root.tsx writes it. */
export default function Layout({ children }: { children: ReactNode }) {
  const { site, navigation, design } = frame
  return (
    <html lang="fr" dir="ltr" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeBoot }} />
        <link rel="stylesheet" href={design[site.theme]} />
        <link rel="icon" href={design.favicon} type="image/svg+xml" />
        {design.fonts[site.theme]?.slice(0, 2).map((href: string) =>
          <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />)}
      </head>
      <body>
        <Surround site={site} navigation={navigation}>{children}</Surround>
        <script type="module" src={design.islands} />
      </body>
    </html>
  )
}
