import { on } from './on.ts'

// A button that prints is of no use without a script: it stays hidden until it works.
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false
on('click', '[data-print]', () => print())
