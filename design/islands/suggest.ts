// A search that proposes titles while one types: the combobox with a list of the ARIA authoring practices. Without it, or when it
// fails, the form is sent and searches by itself.
import { live } from '#design/fr.ts'

interface Suggestions { from: string, groups: { kind: string, label: string, href: string }[] }
interface Title { kind: string, id: string, slug: string | null, title: string }

/** Milliseconds without a key before one asks. */
const QUIET = 150
const LEAST = 2

const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Record<string, string>, text = '') => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.textContent = text
  return made
}

const enhance = (input: HTMLInputElement) => {
  const { from, groups } = JSON.parse(input.dataset['suggest']!) as Suggestions
  const list = element('div', { id: `${input.id}-titles`, role: 'listbox', class: 'sl-suggest', 'aria-label': live.titles, hidden: '' })
  const said = element('p', { role: 'status', class: 'fr-sr-only' })
  let asked: AbortController | undefined
  let timer = 0
  let active = -1

  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')]
  const choose = (place: number) => {
    const all = options()
    active = all.length === 0 ? -1 : (place + all.length + 1) % (all.length + 1)
    if (active === all.length) active = -1
    all.forEach((option, index) => option.setAttribute('aria-selected', String(index === active)))
    all[active]?.scrollIntoView({ block: 'nearest' })
    if (active < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', all[active]!.id)
  }
  const close = () => {
    clearTimeout(timer)
    asked?.abort()
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    choose(-1)
  }
  const show = (titles: Title[]) => {
    let number = 0
    list.replaceChildren(...groups.flatMap(({ kind, label, href }) => {
      const own = titles.filter((one) => one.kind === kind)
      if (own.length === 0) return []
      const group = element('div', { role: 'group', 'aria-label': label })
      group.append(element('p', { class: 'sl-suggest__kind', 'aria-hidden': 'true' }, label), ...own.map(({ id, slug, title }) => element('a', {
        id: `${list.id}-${number++}`, role: 'option', 'aria-selected': 'false', tabindex: '-1', href: href + encodeURIComponent(slug ?? id),
      }, title)))
      return [group]
    }))
    list.hidden = number === 0
    input.setAttribute('aria-expanded', String(number > 0))
    said.textContent = live.titlesFound(number)
    choose(-1)
  }
  const ask = async () => {
    asked?.abort()
    const own = asked = new AbortController()
    try {
      const answer = await fetch(from + encodeURIComponent(input.value.trim()), { signal: own.signal })
      if (answer.ok && document.activeElement === input) show((await answer.json() as { titles: Title[] }).titles)
    } catch {
      // A newer question took its place, or the network is gone: the form itself still searches.
      if (!own.signal.aborted) close()
    }
  }

  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-controls': list.id }))
    input.setAttribute(name, value)
  input.closest('form')!.append(list, said)
  input.addEventListener('input', () => {
    clearTimeout(timer)
    if (input.value.trim().length < LEAST) return close()
    timer = window.setTimeout(() => void ask(), QUIET)
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return
    const go = { ArrowDown: active + 1, ArrowUp: active < 0 ? options().length - 1 : active - 1 }[event.key]
    if (go !== undefined) {
      choose(go)
      event.preventDefault()
    } else if (event.key === 'Enter' && active >= 0) {
      options()[active]!.click()
      event.preventDefault()
    } else if (event.key === 'Escape') {
      close()
      event.preventDefault()
    }
  })
  // The field keeps the focus, so that a click is not lost by its leaving.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  input.addEventListener('blur', close)
}

// Made a combobox when one comes to it, so that fields of pages that arrive later are too.
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLInputElement && target.dataset['suggest'] && target.getAttribute('role') !== 'combobox') enhance(target)
})
if (document.activeElement instanceof HTMLInputElement && document.activeElement.dataset['suggest']) enhance(document.activeElement)
