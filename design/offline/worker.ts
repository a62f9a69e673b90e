/** Service worker, served at `/sw.js`: keeps one page to show when the network fails. It never keeps what a person reads. */
const kind = 'offline-1'
const page = '/hors-ligne'

// The page's library knows documents, not workers: this is the little that we use of them.
interface WorkerEvent extends Event { waitUntil(work: Promise<unknown>): void }
interface Fetched extends WorkerEvent { request: Request, respondWith(answer: Promise<Response>): void }

const keep = async () => {
  const cache = await caches.open(kind)
  // Asked as nobody: what is kept on a shared device tells nothing of who used it.
  const answer = await fetch(page, { cache: 'reload', credentials: 'omit' })
  const addresses = (await answer.clone().text()).matchAll(/(?:href|src)="(\/design\/[^"]+)"/g)
  await Promise.all([cache.put(page, answer), cache.addAll([...addresses].map(([, address]) => address!))])
}

const kept = async (request: Request | string, otherwise: unknown) => {
  const answer = await caches.match(request)
  if (answer) return answer
  throw otherwise
}

addEventListener('install', (event) => {
  (event as WorkerEvent).waitUntil(keep().then(() => (self as unknown as { skipWaiting(): Promise<void> }).skipWaiting()))
})

addEventListener('fetch', (event) => {
  const { request } = event as Fetched
  const navigates = request.mode === 'navigate' && request.method === 'GET'
  if (!navigates && !new URL(request.url).pathname.startsWith('/design/')) return
  (event as Fetched).respondWith(fetch(request).catch((failure: unknown) => kept(navigates ? page : request, failure)))
})
