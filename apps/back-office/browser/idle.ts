/**
 * Warns before the session is closed, and keeps it open while somebody writes or reads. What was typed is never taken away: once the session is
 * closed the page is covered, and uncovered as soon as one has entered again in another tab.
 */
const MINUTE = 60_000
const WARN = 8 * MINUTE
const CLOSED = 10 * MINUTE
/** A sign of life is told to the server this often at most. */
const TELL = 2 * MINUTE
const LOOK = 5000

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-idle]')
if (dialog) watch(dialog)

function watch(box: HTMLDialogElement) {
  const address = box.dataset['idle']!
  let [alive, told] = [Date.now(), Date.now()]
  const stay = async () => {
    const { status } = await fetch(address, { method: 'POST' })
    if (status !== 204) return show('closed')
    alive = told = Date.now()
    box.close()
  }
  const tell = () => { stay().catch(() => undefined) }
  const show = (when: 'soon' | 'closed') => {
    for (const part of box.querySelectorAll<HTMLElement>('[data-when]')) part.hidden = part.dataset['when'] !== when
    document.documentElement.toggleAttribute('data-closed', when === 'closed')
    if (!box.open) box.showModal()
  }
  for (const name of ['input', 'keydown', 'pointerdown', 'scroll'] as const) {
    document.addEventListener(name, () => {
      if (box.open) return
      alive = Date.now()
      if (alive - told > TELL) {
        told = alive
        tell()
      }
    }, { passive: true, capture: true })
  }
  box.querySelector('[data-stay]')?.addEventListener('click', tell)
  box.addEventListener('cancel', (event) => {
    // Escape says that somebody is there.
    event.preventDefault()
    tell()
  })
  // Back from the tab where one has entered again.
  addEventListener('focus', () => { if (box.open) tell() })
  setInterval(() => {
    const silent = Date.now() - Math.max(told, alive)
    if (silent >= CLOSED) show('closed')
    else if (silent >= WARN) show('soon')
  }, LOOK)
}
