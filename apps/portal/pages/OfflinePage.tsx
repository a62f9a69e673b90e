import { ErrorPage } from '#design/ErrorPage.tsx'

export const handle = { isPublic: true }

/** What the service worker keeps and shows when the network fails. */
export default function OfflinePage() {
  return <ErrorPage kind="offline" />
}
