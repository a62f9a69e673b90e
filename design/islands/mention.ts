// Names proposed behind an `@` in a message: a list beside the field, as the ARIA authoring practices have it for a text with
// suggestions. Without it the whole name is written, and the server knows whom it means.

interface Person { id: string, name: string }
interface Given { people: Person[], label: string }

const MOST = 8
/** What is written behind the last `@` before the caret. */
const BEHIND = /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{M}'’\- ]{0,60})$/u
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const fitting = (people: Person[], typed: string) => {
  const asked = fold(typed)
  return people.filter(({ name }) => {
    const whole = fold(name)
    return whole.startsWith(asked) || !asked.includes(' ') && whole.split(/[ '’-]/).some((word) => word.startsWith(asked))
  }).slice(0, MOST)
}

const enhance = (field: HTMLTextAreaElement, { people, label }: Given) => {
  const list = document.createElement('div')
  for (const [name, value] of Object.entries({ id: `${field.id}-people`, role: 'listbox', class: 'sl-suggest',
    'aria-label': label })) list.setAttribute(name, value)
  list.hidden = true
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', list.id)
  field.closest('[data-mention]')!.append(list)
  let active = 0

  const typed = () => BEHIND.exec(field.value.slice(0, field.selectionStart))?.[1]
  const mark = (place: number) => {
    const options = [...list.children]
    active = (place + options.length) % Math.max(1, options.length)
    options.forEach((option, index) => option.setAttribute('aria-selected', String(index === active)))
    if (list.hidden) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', options[active]!.id)
  }
  const close = () => {
    list.hidden = true
    mark(0)
  }
  const choose = ({ id, name }: Person) => {
    const end = field.selectionStart
    field.setRangeText(`${name} `, end - (typed()?.length ?? 0), end, 'end')
    const chosen = document.createElement('input')
    Object.assign(chosen, { type: 'hidden', name: 'mentions', value: id })
    list.before(chosen)
    close()
    field.focus()
  }
  const propose = () => {
    const words = typed()
    const found = words === undefined ? [] : fitting(people, words)
    list.replaceChildren(...found.map((person, index) => {
      const option = document.createElement('a')
      option.id = `${list.id}-${index}`
      option.setAttribute('role', 'option')
      option.textContent = person.name
      option.addEventListener('click', () => choose(person))
      return option
    }))
    list.hidden = found.length === 0
    mark(0)
  }
  field.addEventListener('input', propose)
  field.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return
    if (event.key === 'ArrowDown') mark(active + 1)
    else if (event.key === 'ArrowUp') mark(active - 1)
    else if (event.key === 'Enter' || event.key === 'Tab') (list.children[active] as HTMLElement).click()
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })
  // The field keeps the focus, so that a click is not lost by its leaving.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  field.addEventListener('blur', close)
}

// When one comes to it, so that fields that arrive later have it too.
const meet = (target: EventTarget | null) => {
  if (!(target instanceof HTMLTextAreaElement) || target.hasAttribute('aria-autocomplete')) return
  const given = target.closest<HTMLElement>('[data-mention]')?.dataset['mention']
  if (given) enhance(target, JSON.parse(given) as Given)
}
document.addEventListener('focusin', ({ target }) => meet(target))
meet(document.activeElement)
