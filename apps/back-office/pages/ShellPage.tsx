import { isRouteErrorResponse, Outlet, useRouteError, useRouteLoaderData } from 'react-router'
import { ErrorPage } from '#design/ErrorPage.tsx'
import type { SessionEnded } from '#modules/identity/api.ts'
import { SessionEndedPage } from '#modules/identity/web/parts.tsx'
import { urls } from '#modules/staff/web/back-office/routes.ts'
import { ProofPage } from '#modules/staff/web/parts.tsx'
import type { loader as rootLoader } from '../root.tsx'
import { useHere } from '../here.ts'

/** Between the document and each page, so that a form that fails is answered inside the frame: what surrounds a page is read above it. */
export default function ShellPage() {
  return <Outlet />
}

/** Instead of a page: a form that came too late, the way to a recent proof, else what went wrong. */
export function ErrorBoundary() {
  const error = useRouteError()
  const frame = useRouteLoaderData<typeof rootLoader>('root')
  const here = useHere()
  const answer = isRouteErrorResponse(error) ? error : undefined
  const data = answer?.data as { code?: string } | undefined
  if (data?.code === 'session-ended') {
    return <SessionEndedPage {...data as SessionEnded} name={frame?.person?.name} signIn={urls.signIn()} />
  }
  if (data?.code === 'proof-required') return <ProofPage then={here} />
  return <ErrorPage kind={answer?.status === 404 ? 404 : answer?.status === 403 ? 403 : 500} />
}
