import { on } from './on.ts'

// A link that asks in a dialog goes to its page where dialogs are not known.
on('click', '[data-dialog]', ({ dataset }, event) => {
  const dialog = document.getElementById(dataset['dialog']!)
  if (!(dialog instanceof HTMLDialogElement)) return
  event.preventDefault()
  dialog.showModal()
})

on('click', '[data-close]', (button) => button.closest('dialog')?.close())

// The page behind closes the dialog: a click on the dialog itself, outside its box.
on('click', 'dialog', (dialog, { target }) => { if (target === dialog) (dialog as HTMLDialogElement).close() })

const closeOthers = (inside?: Node) => {
  for (const open of document.querySelectorAll<HTMLDetailsElement>('[data-drop][open]')) if (!inside
    || !open.contains(inside)) open.open = false
}

document.addEventListener('click', ({ target }) => closeOthers(target as Node))

document.addEventListener('keydown', ({ key }) => {
  const open = key === 'Escape' && document.activeElement?.closest<HTMLDetailsElement>('[data-drop][open]')
  if (open) open.querySelector('summary')?.focus()
  if (key === 'Escape') closeOthers()
})
