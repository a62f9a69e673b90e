import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Asks the server what must be signed, the passkey to sign it, and sends the form with its answer. */
const act = async (part: HTMLElement) => {
  const asked = await fetch(part.dataset['ask']!, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  if (asked.status === 403 || asked.status === 401) {
    // The proof is too old, or the session is closed: the page itself says what to do.
    location.reload()
    return
  }
  const { options } = await asked.json()
  const answer = part.dataset['passkey'] === 'enrol' ? await startRegistration({ optionsJSON: options }) : await startAuthentication({ optionsJSON: options })
  const field = part.querySelector<HTMLInputElement>('input[type=hidden]')!
  field.value = JSON.stringify(answer)
  field.form!.submit()
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-passkey] button') : null
  const part = button?.closest<HTMLElement>('[data-passkey]')
  if (!part) return
  const said = part.querySelector<HTMLElement>('[role=alert]')!
  said.hidden = true
  act(part).catch(() => { said.hidden = false })
})
