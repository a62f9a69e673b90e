import { live } from '#design/fr.ts'
import { on } from './on.ts'

const copy = async (button: HTMLElement) => {
  await navigator.clipboard.writeText(button.dataset['copy']!)
  const said = button.parentElement?.querySelector('[role=status]')
  if (!said) return
  said.textContent = live.copied
  setTimeout(() => { said.textContent = '' }, 4000)
}

on('click', '[data-copy]', (button) => void copy(button))
