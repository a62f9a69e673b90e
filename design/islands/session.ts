/**
 * Warns before a session that must not stay unused ends, and keeps it open while somebody types or reads. What was typed is never taken
 * away:
 * once the session has ended the page is covered, and uncovered when the same person has signed in again in another tab.
 */
export interface Left { secondsLeft: number; personId: string | null }

/** Said this long before the end; a sign of life is told to the server this often at most; asked again after a failure. In seconds. */
const [WARN, TELL, AGAIN] = [120, 120, 15]

const box = document.querySelector<HTMLDialogElement>('dialog[data-session-left]')
if (box) watch(box)

function watch(dialog: HTMLDialogElement) {
  const { sessionLeft, sessionStay, sessionPerson, sessionSeconds } = dialog.dataset
  let timer: ReturnType<typeof setTimeout>
  let told = Date.now()

  const show = (state: 'soon' | 'over' | undefined) => {
    for (const part of dialog.querySelectorAll<HTMLElement>('[data-when]')) part.hidden = part.dataset['when'] !== state
    dialog.classList.toggle('sl-dialog--over', state === 'over')
    if (state && !dialog.open) dialog.showModal()
    if (!state && dialog.open) dialog.close()
  }
  const wait = (seconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(look, seconds * 1000)
  }
  const follow = ({ secondsLeft, personId }: Left) => {
    // Somebody else has signed in: this page is not theirs.
    if (personId && personId !== sessionPerson) return location.reload()
    show(secondsLeft <= 0 ? 'over' : secondsLeft <= WARN ? 'soon' : undefined)
    wait(secondsLeft <= 0 ? AGAIN : secondsLeft <= WARN ? Math.min(secondsLeft, AGAIN) + 1 : secondsLeft - WARN)
  }
  const ask = (address: string, method: 'GET' | 'POST') => fetch(address, { method, headers: { accept: 'application/json' } })
    .then((answer) => answer.ok ? answer.json() as Promise<Left> : Promise.reject(new Error(String(answer.status)))).then(follow)
    .catch(() => wait(AGAIN))
  const look = () => void ask(sessionLeft!, 'GET')
  const stay = () => {
    told = Date.now()
    void ask(sessionStay!, 'POST')
  }

  for (const name of ['input', 'keydown', 'pointerdown'] as const) {
    document.addEventListener(name, () => { if (!dialog.open && Date.now() - told > TELL * 1000) stay() }, { passive: true, capture: true })
  }
  dialog.querySelector('[data-stay]')?.addEventListener('click', stay)
  dialog.addEventListener('cancel', (event) => {
    // Escape says that somebody is there.
    event.preventDefault()
    stay()
  })
  document.addEventListener('visibilitychange', () => { if (!document.hidden) look() })
  wait(Math.max(1, Number(sessionSeconds) - WARN - 60))
}
