/**
 * Lets a person be told on this device: asks the browser, registers what shows the notifications (design/push/worker.ts), and sends the
 * browser's address and keys with the form. Loaded for those who have signed in alone.
 */
import { live } from '#design/fr.ts'
import { on } from './on.ts'

/** No page is under this address: what is registered for it controls none. */
const [WORKER, SCOPE] = ['/push-worker.js', '/notifications/appareils/']
/** Says, without asking the browser, that this device may be told things. */
const MARK = 'sillage-push'

const isAble = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const bytes = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.codePointAt(0)!)
const current = async () => await (await navigator.serviceWorker.getRegistration(SCOPE))?.pushManager.getSubscription() ?? undefined

/** Its own registration must be active before it can be given an address; `ready` would wait for a page that it controls. */
const registered = async () => {
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' })
  const waiting = registration.installing ?? registration.waiting
  if (!registration.active && waiting) {
    await new Promise<void>((resolve) => {
      waiting.addEventListener('statechange', () => { if (waiting.state === 'activated') resolve() })
    })
  }
  return registration
}

const subscribed = async (publicKey: string) => {
  const registration = await registered()
  const known = await registration.pushManager.getSubscription()
  // One that was made for other keys of ours can be told nothing any more.
  const key = known?.options.applicationServerKey
  if (known && key && new Uint8Array(key).join() !== bytes(publicKey).join()) await known.unsubscribe()
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(publicKey) })
}

const fill = (form: HTMLFormElement, values: Record<string, string | undefined>) => {
  for (const [name, value] of Object.entries(values)) form.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value ?? ''
}

const turnOn = async (form: HTMLFormElement, place: HTMLElement) => {
  const said = place.querySelector('[data-push-said]')!
  said.textContent = ''
  try {
    if (await Notification.requestPermission() !== 'granted') {
      said.textContent = live.pushRefused
      delete form.dataset['sent']
      return
    }
    const { endpoint, keys } = (await subscribed(place.dataset['push']!)).toJSON()
    fill(form, { endpoint, p256dh: keys?.['p256dh'], auth: keys?.['auth'], agent: navigator.userAgent })
    localStorage.setItem(MARK, '1')
    form.requestSubmit()
  } catch {
    // The browser could not reach its push service, or has none: it does not say which.
    delete form.dataset['sent']
    said.textContent = live.pushFailed
  }
}

const turnOff = async () => {
  localStorage.removeItem(MARK)
  await (await current())?.unsubscribe()
}

const marked = async (endpoint: string) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))),
    (one) => one.toString(16).padStart(2, '0')).join('')

/** Shows what this browser can do, and which of the devices it is. */
const look = async () => {
  const place = document.querySelector<HTMLElement>('[data-push]')
  if (!place) return
  for (const words of document.querySelectorAll<HTMLElement>('[data-push-otherwise]')) words.hidden = isAble
  const subscription = isAble ? await current() : undefined
  const mine = subscription && document.querySelector(`[data-push-device="${await marked(subscription.endpoint)}"]`)
  mine?.querySelector('[data-push-here]')?.removeAttribute('hidden')
  place.hidden = !isAble || Boolean(mine)
}
void look()

on('submit', '[data-push] form', (element, event) => {
  const form = element as HTMLFormElement
  if (form.querySelector<HTMLInputElement>('[name=endpoint]')?.value) return
  event.preventDefault()
  void turnOn(form, form.closest<HTMLElement>('[data-push]')!)
})

// Whoever takes this device out of the list, or signs out of it, is told nothing more here, even before the server knows.
on('submit', '[data-push-device] form', (element) => {
  const isHere = !element.closest('[data-push-device]')?.querySelector('[data-push-here]')?.hasAttribute('hidden')
  if (isHere) void turnOff()
})

on('submit', 'form[data-leaves]', (element, event) => {
  if (!isAble || !localStorage.getItem(MARK)) return
  event.preventDefault()
  const leave = () => (element as HTMLFormElement).submit()
  turnOff().then(leave, leave)
})
