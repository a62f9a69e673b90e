import { isRouteErrorResponse, Outlet, useLocation, useMatches, useRouteError } from 'react-router'
import { ErrorPage } from '#design/ErrorPage.tsx'
import { needs } from '#kernel/page/handle.ts'
import { useAnswerAround } from '#kernel/page/use-answer.ts'
import { ByProConnectPage, ProofNeededPage, SessionEndedPage } from '#modules/identity/web/parts.tsx'
import { BY_PROCONNECT } from '#modules/identity/web/routes.ts'
import type { SessionEnded } from '#modules/identity/api.ts'
import type { TermsAsked } from '#modules/terms/api.ts'
import { AskTermsPage, TermsNotice } from '#modules/terms/web/parts.tsx'
import type { loader as rootLoader } from '../root.tsx'

/** Between the document and each page, so that a form that fails is answered inside the frame: what surrounds a page is read above it. */
export default function ShellPage() {
  const terms = useAnswerAround<typeof rootLoader>('root')?.terms
  const { isPublic } = needs(useMatches().map(({ handle }) => handle))
  const { pathname, search } = useLocation()
  // Above what anybody reads: other pages ask for it by themselves.
  return <>{terms && isPublic && <TermsNotice isNew={terms.isNew} here={pathname + search} />}<Outlet /></>
}

/** What is shown instead of a page: a form that came after its session had ended, else what went wrong. */
export function ErrorBoundary() {
  const error = useRouteError()
  const frame = useAnswerAround<typeof rootLoader>('root')
  const { pathname, search } = useLocation()
  const answer = isRouteErrorResponse(error) ? error : undefined
  const data = answer?.data as { code?: string } | undefined
  if (data?.code === 'session-ended') return <SessionEndedPage {...data as SessionEnded} name={frame?.person?.name} />
  if (data?.code === 'proof-required') return <ProofNeededPage then={pathname + search} />
  if (data?.code === BY_PROCONNECT) return <ByProConnectPage path={pathname + search} />
  if (data?.code === 'terms-not-accepted' && frame?.terms) {
    return <AskTermsPage {...frame.terms} form={(data as TermsAsked).form} here={pathname + search} />
  }
  return <ErrorPage kind={answer?.status === 404 ? 404 : answer?.status === 403 ? 403 : 500} />
}
