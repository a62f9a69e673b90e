import { live } from '#design/fr.ts'
import { on } from './on.ts'

const count = (field: HTMLInputElement | HTMLTextAreaElement) => {
  const left = Number(field.dataset['max']) - field.value.length
  field.setCustomValidity(left < 0 ? live.charactersLeft(left) : '')
  const told = document.getElementById(`${field.id}-left`)
  if (told) {
    told.textContent = live.charactersLeft(left)
    told.classList.toggle('sl-left--over', left < 0)
  }
}

on('input', '[data-max]', (field) => count(field as HTMLTextAreaElement))

// Too many choices: said at once, by the group and to the browser, so that the form waits.
on('change', '[data-max-items]', (group) => {
  const boxes = [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const max = Number(group.dataset['maxItems'])
  const chosen = boxes.filter((box) => box.checked)
  const problem = chosen.length > max ? live.choicesTooMany(max, chosen.length) : ''
  for (const box of boxes) box.setCustomValidity(problem && box === chosen[0] ? problem : '')
  const said = group.querySelector('[data-messages]')
  if (said) said.textContent = problem
  said?.classList.toggle('fr-error-text', problem !== '')
})

on('change', '[data-max-bytes]', (input) => {
  const { files, dataset } = input as HTMLInputElement
  const max = Number(dataset['maxBytes'])
  const heavy = [...files ?? []].find((file) => file.size > max);
  (input as HTMLInputElement).setCustomValidity(heavy ? live.tooBig(heavy.size, max) : '')
})

// A form is sent once: the server would refuse the second anyway, the person should not wonder.
on('submit', 'form[data-once]', (form, event) => {
  if (form.dataset['sent'] !== undefined) return event.preventDefault()
  // Later, because on a hydrated page React prevents the sending and looks after the form itself.
  setTimeout(() => { if (!event.defaultPrevented) form.dataset['sent'] = '' })
})

addEventListener('pageshow', ({ persisted }) => {
  if (persisted) for (const form of document.querySelectorAll<HTMLElement>('[data-sent]')) delete form.dataset['sent']
})

on('change', 'form[data-auto-submit]',
  (form) => { if (!form.closest(':popover-open')) (form as HTMLFormElement).requestSubmit() })

document.querySelector<HTMLElement>('[data-focus]')?.focus()
