const FIELDS = 'input,select,textarea'
/** Several signals are one reading; after one that failed. In milliseconds. */
const [GATHER, AGAIN] = [200, 5000]

let stale = new Set<string>()
let timer = 0

const isTyped = (field: Element) =>
  field instanceof HTMLSelectElement ? [...field.options].some((one) => one.selected !== one.defaultSelected)
    : field instanceof HTMLTextAreaElement ? field.value !== field.defaultValue
    : field instanceof HTMLInputElement && field.type !== 'hidden'
      && (field.checked !== field.defaultChecked || field.value !== field.defaultValue)

/** Somebody writes there, or has written: what they typed is never taken away. */
const isBusy = (part: Element) => part.querySelector('dialog[open]') !== null
  || part.contains(document.activeElement) && document.activeElement!.matches(FIELDS) || [...part.querySelectorAll(FIELDS)].some(isTyped)

/** The same part of the page as it is now, by its identifier, else by its place among those that show the same. */
const twin = (page: Document, part: HTMLElement) => {
  if (part.id) return page.getElementById(part.id)
  const alike = `[data-live="${part.dataset['live']}"]`
  return page.querySelectorAll(alike)[[...document.querySelectorAll(alike)].indexOf(part)]
}

const focusable = (part: Element) => [...part.querySelectorAll<HTMLElement>('a[href],button,summary,[tabindex]')]

const replace = (part: HTMLElement, fresh: Element) => {
  const focused = document.activeElement
  const place = focused && part.contains(focused) ? focusable(part).indexOf(focused as HTMLElement) : -1
  const same = (one: HTMLElement) => one.id ? one.id === focused?.id
    : one.getAttribute('href') === focused?.getAttribute('href') && one.textContent === focused?.textContent
  part.replaceWith(fresh)
  if (place >= 0) (focusable(fresh).find(same) ?? focusable(fresh)[place])?.focus()
}

const shows = (topic: string) => stale.has('*') || [...stale].some((one) => one === topic || one.startsWith(`${topic}.`))
const parts = () => [...document.querySelectorAll<HTMLElement>('[data-live]')]
  .filter(({ dataset }) => dataset['live']!.split(' ').some(shows))

const read = async () => {
  const wanted = parts()
  if (wanted.length === 0) return
  // A page that React has taken over reads its loaders again by itself.
  if (!document.dispatchEvent(new CustomEvent('sillage:stale', { cancelable: true }))) {
    stale = new Set()
    return
  }
  const free = wanted.filter((part) => !isBusy(part))
  if (free.length === 0) return
  const answer = await fetch(location.href, { headers: { accept: 'text/html', 'sillage-background': '1' } })
  if (!answer.ok || answer.redirected) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  // Found before any of them moves from one page to the other: those that show the same are told apart by their place.
  for (const [part, fresh] of free.map((one) => [one, twin(page, one)] as const)) {
    if (fresh && !isBusy(part) && fresh.outerHTML !== part.outerHTML) replace(part, document.adoptNode(fresh))
  }
  if (free.length === wanted.length) stale = new Set()
}

const soon = (wait = GATHER) => {
  clearTimeout(timer)
  timer = window.setTimeout(() => { read().catch(() => soon(AGAIN)) }, wait)
}

/** Something happened to this topic, or to any of them (`*`): the parts that show it are read again, unless somebody writes there. */
export const refresh = (topic: string) => {
  stale.add(topic)
  if (parts().length > 0) soon()
  else stale.delete(topic)
}

// Those that somebody was writing in, once they are done.
document.addEventListener('focusout', () => { if (stale.size > 0) soon() })
