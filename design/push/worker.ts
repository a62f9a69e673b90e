/**
 * Service worker, served at `/push-worker.js`: shows what the push service of this browser brings, and opens where it leads. It is
 * registered for
 * an address where no page is, so that it controls none; it answers no request and keeps nothing.
 */

// The page's library knows documents, not workers: this is the little that we use of them.
interface WorkerEvent extends Event { waitUntil(work: Promise<unknown>): void }
interface Pushed extends WorkerEvent { data: { json(): Payload } | null }
/** What modules/notifications/push/payload.ts writes. */
export interface Payload { title: string, body?: string, href: string, tag: string, stays: boolean }
interface Clicked extends WorkerEvent { notification: Notification }
interface Changed extends WorkerEvent { oldSubscription: PushSubscription | null }
interface Client { url: string, focus(): Promise<unknown> }
const worker = self as unknown as {
  registration: ServiceWorkerRegistration
  clients: { matchAll(options: object): Promise<Client[]>, openWindow(url: string): Promise<unknown> }
}

const show = ({ title, body, href, tag, stays }: Payload) =>
  worker.registration.showNotification(title, { body, tag, requireInteraction: stays, lang: 'fr', data: { href } })

/** Only an address of our own is ever opened. */
const own = (href: unknown) => {
  const url = new URL(typeof href === 'string' ? href : '/', location.origin)
  return url.origin === location.origin ? url.href : location.origin
}

const open = async (href: string) => {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = pages.find(({ url }) => url === href)
  return there ? there.focus() : worker.clients.openWindow(href)
}

/** The browser changed its address: it tells the new one, as the person who is signed in there, if anybody is. */
const move = async (options: PushSubscriptionOptionsInit | undefined) => {
  if (!options) return
  const { endpoint, keys } = (await worker.registration.pushManager.subscribe(options)).toJSON()
  await fetch('/api/me/devices', {
    method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ endpoint, ...keys, agent: navigator.userAgent }),
  })
}

addEventListener('push', (event) => {
  const { data } = event as Pushed
  if (data) (event as Pushed).waitUntil(show(data.json()))
})

addEventListener('notificationclick', (event) => {
  const { notification } = event as Clicked
  notification.close();
  (event as Clicked).waitUntil(open(own((notification.data as { href?: unknown } | null)?.href)))
})

addEventListener('pushsubscriptionchange', (event) => {
  (event as Changed).waitUntil(move((event as Changed).oldSubscription?.options))
})
