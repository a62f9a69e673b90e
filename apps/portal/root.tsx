import type { ReactNode } from 'react'
import {
  isRouteErrorResponse, Links, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteError,
  type LoaderFunctionArgs,
} from 'react-router'
import { ErrorPage } from '#design/ErrorPage.tsx'
import { Flash } from '#design/Flash.tsx'
import { Layout as Frame } from '#design/Layout.tsx'
import { Hydrated, Link } from '#design/Link.tsx'
import type { NavItem } from '#design/Navigation.tsx'
import { Notice } from '#design/Notice.tsx'
import type { QuickLink } from '#design/QuickAccess.tsx'
import { ProofContext } from '#design/proof.ts'
import { SessionWarning } from '#design/SessionWarning.tsx'
import { themeBoot } from '#design/theme.ts'
import { pageCall } from '#kernel/page/call.ts'
import { needs } from '#kernel/page/handle.ts'
import { useAnswerAround } from '#kernel/page/use-answer.ts'
import { suggestions } from '#modules/bases/web/QuickSearch.tsx'
import { urls as bases } from '#modules/bases/web/routes.ts'
import { ActingBanner, proofBeside } from '#modules/identity/web/parts.tsx'
import { urls as identity } from '#modules/identity/web/routes.ts'
import { Revalidation } from '#modules/live/web/parts.tsx'
import { urls as live } from '#modules/live/web/routes.ts'
import { urls as messaging } from '#modules/messaging/web/routes.ts'
import { urls as notifications } from '#modules/notifications/web/routes.ts'
import { urls as organisations } from '#modules/organisations/web/routes.ts'
import { urls as privacy } from '#modules/privacy/web/routes.ts'
import { ClosedNotice } from '#modules/switches/web/parts.tsx'
import { fr } from './fr.ts'
import { portalCall } from './portal-call.ts'
import type { Waiting } from './waiting.ts'

export const loader = async ({ context }: LoaderFunctionArgs) => {
  const { nonce, flash, sentences } = context.get(pageCall)
  const { openApi: _, frame: today, waiting: counting, closed: closing, terms: asking, ...frame } = context.get(portalCall)
  const [shown, waiting, closed, terms] = await Promise.all([today(), counting(), closing(), asking()])
  return { ...frame, ...shown, waiting, closed, terms, nonce, flash: flash && sentences[flash] }
}

/** Read again after a refusal too: what the form before has done is not said beside it. */
export const shouldRevalidate = () => true

/** Pages that have a search of their own: the header has none. */
const searches = new Set([bases.search(), bases.resources(), bases.bases(), bases.profiles()])

const useFrame = () => useAnswerAround<typeof loader>('root')

/** Which entry of the menu the page belongs to: the longest address that begins ours. */
const withCurrent = (items: NavItem[], path: string): NavItem[] => {
  const under = (href: string) => path === href || path.startsWith(`${href}/`)
  return items.map((item) => 'items' in item
    ? { ...item, items: item.items.map((one) => ({ ...one, current: under(one.href) })) }
    : { ...item, current: item.href === '/' ? path === '/' : under(item.href) })
}

/** The document: it needs no script to be complete, and only hydrated pages load any of React's. */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useFrame()
  const hydrate = needs(useMatches().map(({ handle }) => handle)).hydrate ?? false
  return (
    <html lang="fr" dir="ltr" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <script dangerouslySetInnerHTML={{ __html: themeBoot }} />
        {frame && <Head theme={frame.site.theme} design={frame.design} />}
        {hydrate && <Links nonce={frame?.nonce} />}
      </head>
      <body>
        <Hydrated value={hydrate}>{children}</Hydrated>
        {frame && <script type="module" src={frame.design.islands} />}
        {frame?.person && <script type="module" src={frame.design.live} />}
        {hydrate && <><ScrollRestoration nonce={frame?.nonce} /><Scripts nonce={frame?.nonce} /></>}
      </body>
    </html>
  )
}

function Head({ theme, design }: { theme: 'neutral' | 'state', design: { neutral: string, state: string, favicon: string, fonts: Record<string, string[]> } }) {
  return (
    <>
      <link rel="stylesheet" href={design[theme]} />
      <link rel="icon" href={design.favicon} type="image/svg+xml" />
      {design.fonts[theme]?.slice(0, 2).map((href) => <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />)}
    </>
  )
}

const signInLink = (from: string | undefined): QuickLink => ({ label: fr.signIn, href: identity.signIn(from), icon: 'fr-icon-account-circle-line' })

/** Messages and notifications, with what waits there: counted again while the page is open. */
const waitingLinks = ({ notifications: notified, messages }: Waiting): QuickLink[] => [
  ...messages === undefined ? [] : [{ label: fr.messages, href: messaging.list(), icon: 'fr-icon-mail-line', count: messages, live: 'messaging' } as const],
  { label: fr.notifications, href: notifications.list(), icon: 'fr-icon-notification-3-line', count: notified, live: 'notifications' },
]

function Surround({ children }: { children: ReactNode }) {
  const frame = useFrame()
  const { pathname, search } = useLocation()
  if (!frame) return <main id="content">{children}</main>
  const links = [
    { label: fr.account, href: identity.account() }, { label: fr.organisations, href: organisations.mine() }, { label: fr.data, href: privacy.data() },
    { label: fr.presence, href: live.presence() }, { label: fr.signOut, post: identity.signOut() },
  ]
  return (
    <Frame site={frame.site} navigation={withCurrent(frame.navigation, pathname)} search={searches.has(pathname) ? undefined : { action: bases.search(), label: fr.searchLabel, name: 'text', suggest: suggestions }}
      quickLinks={frame.person ? waitingLinks(frame.waiting) : [signInLink(pathname === '/' ? undefined : pathname + search)]}
      person={frame.person && { name: frame.person.name, links }} flash={frame.flash && <Flash>{frame.flash}</Flash>}
      notices={(frame.announcement || frame.closed.length > 0 || frame.demonstration || frame.person?.actedFor) && <Notices frame={frame} />}>
      <ProofContext value={proofBeside}>{children}</ProofContext>
      {frame.person && <Revalidation />}
      {frame.person?.session && <SessionWarning session={frame.person.session} signIn={identity.signIn()} />}
    </Frame>
  )
}

/** What everybody is told above the page. */
function Notices({ frame }: { frame: Awaited<ReturnType<typeof loader>> }) {
  return (
    <>
      {frame.person?.actedFor && <ActingBanner name={frame.person.name} />}
      {frame.closed.map((one) => <ClosedNotice key={one.label} closed={one} />)}
      {frame.announcement && <Notice kind={frame.announcement.level} title={frame.announcement.text} />}
      {frame.demonstration && <Notice title={fr.demonstration}><Link href="/demonstration">{fr.demonstrationLinks.people}</Link>{' · '}
        <Link href="/demonstration/courrier">{fr.demonstrationLinks.mail}</Link></Notice>}
    </>
  )
}

export default function Root() {
  return <Surround><Outlet /></Surround>
}

/** A page that could not be shown, inside the same frame: the person is never stranded. */
export function ErrorBoundary() {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  return <Surround><ErrorPage kind={status === 404 ? 404 : status === 403 ? 403 : 500} /></Surround>
}
