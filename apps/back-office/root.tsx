import { useMemo, type ReactNode } from 'react'
import { Outlet, useLocation, useRouteLoaderData, type LoaderFunctionArgs } from 'react-router'
import { Button, ButtonLink } from '#design/Button.tsx'
import { ErrorPage } from '#design/ErrorPage.tsx'
import { Flash } from '#design/Flash.tsx'
import { Layout as Frame } from '#design/Layout.tsx'
import type { NavItem } from '#design/Navigation.tsx'
import { Notice } from '#design/Notice.tsx'
import { ProofContext, type Proof } from '#design/proof.ts'
import { themeBoot } from '#design/theme.ts'
import { pageCall } from '#kernel/page/call.ts'
import { fr as staffWords } from '#modules/staff/web/back-office/fr.ts'
import { urls } from '#modules/staff/web/back-office/routes.ts'
import { ProofFields } from '#modules/staff/web/parts.tsx'
import { backOfficeCall } from './call.ts'
import { fr } from './fr.ts'
import { useHere } from './here.ts'

export const loader = ({ context }: LoaderFunctionArgs) => {
  const { flash, sentences } = context.get(pageCall)
  const { attention: _, ...frame } = context.get(backOfficeCall)
  return { ...frame, flash: flash && sentences[flash] }
}

const useFrame = () => useRouteLoaderData<typeof loader>('root')

const withCurrent = (items: NavItem[], path: string): NavItem[] => {
  const under = (href: string) => href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
  return items.map((item) => 'items' in item
    ? { ...item, items: item.items.map((one) => ({ ...one, current: under(one.href) })) }
    : { ...item, current: under(item.href) })
}

/** The document. Its scripts add passkeys and the warning before the session is closed; nothing else needs one. */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useFrame()
  return (
    <html lang="fr" dir="ltr" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <script dangerouslySetInnerHTML={{ __html: themeBoot }} />
        {frame && (
          <>
            <link rel="stylesheet" href={frame.design[frame.site.theme]} />
            <link rel="stylesheet" href={frame.own.style} />
            <link rel="icon" href={frame.design.favicon} type="image/svg+xml" />
          </>
        )}
      </head>
      <body className="bo">
        {children}
        {frame && <><script type="module" src={frame.design.islands} /><script type="module" src={frame.own.script} /></>}
      </body>
    </html>
  )
}

function Surround({ children }: { children: ReactNode }) {
  const frame = useFrame()
  const { pathname } = useLocation()
  const here = useHere()
  const proof = useMemo((): Proof => ({ action: urls.prove(), fields: <ProofFields then={here} />, submit: staffWords.proof.goOn }), [here])
  if (!frame) return <main id="content">{children}</main>
  const links = [{ label: fr.security, href: urls.security() }, { label: fr.signOut, post: urls.signOut() }]
  return (
    <ProofContext value={proof}>
      <aside className="bo-banner" aria-label={fr.banner}>
        <div className="fr-container">
          <p><strong>{fr.banner}</strong> <span>{fr.bannerMore}</span></p>
          {frame.person && <noscript><p>{fr.idle.noScript}</p></noscript>}
        </div>
      </aside>
      <Frame site={frame.site} navigation={withCurrent(frame.navigation, pathname)} person={frame.person && { name: frame.person.name, links }}
        flash={frame.flash && <Flash>{frame.flash}</Flash>} notices={frame.demonstration && <Notice title={fr.demonstration} />}>
        {children}
      </Frame>
      {frame.person && <Idle here={here} />}
    </ProofContext>
  )
}

/** Shown by the script two minutes before the session is closed, and once it is. */
function Idle({ here }: { here: string }) {
  const { title, what, stay, closedTitle, closed, signIn } = fr.idle
  return (
    <dialog className="sl-dialog bo-idle" data-idle={urls.stay()} aria-labelledby="idle-title">
      <div className="sl-dialog__box" data-when="soon">
        <h2 className="sl-dialog__title" id="idle-title">{title}</h2>
        <p>{what}</p>
        <Button data-stay="">{stay}</Button>
      </div>
      <div className="sl-dialog__box" data-when="closed" hidden>
        <h2 className="sl-dialog__title">{closedTitle}</h2>
        <p>{closed}</p>
        <ButtonLink href={urls.signIn(here, 'inactivity')} target="_blank">{signIn}</ButtonLink>
      </div>
    </dialog>
  )
}

export default function Root() {
  return <Surround><Outlet /></Surround>
}

/** What kept the whole document from being shown; a page that cannot be is told of in ShellPage. */
export function ErrorBoundary() {
  return <Surround><ErrorPage kind={500} /></Surround>
}
