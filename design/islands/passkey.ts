import { live } from '#design/fr.ts'
import { on } from './on.ts'

type Json = Record<string, any>

const bytes = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.codePointAt(0)!)
const text = (buffer: ArrayBuffer) => btoa(Array.from(new Uint8Array(buffer), (one) => String.fromCodePoint(one)).join(''))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const credentials = (list: Json[] = []) => list.map((one) => ({ ...one, id: bytes(one['id']) }))

/** Web Authentication §5.1.9 and 5.1.10, for browsers that do not read JSON options by themselves (Safari before 18.4). */
const ask = async (kind: string, options: Json): Promise<PublicKeyCredential> => {
  const challenge = bytes(options['challenge'])
  const found = kind === 'get'
    ? await navigator.credentials.get({ publicKey: { ...options, challenge,
      allowCredentials: credentials(options['allowCredentials']) } as unknown as PublicKeyCredentialRequestOptions })
    : await navigator.credentials.create({ publicKey: {
      ...options, challenge, user: { ...options['user'], id: bytes(options['user'].id) },
        excludeCredentials: credentials(options['excludeCredentials']),
    } as unknown as PublicKeyCredentialCreationOptions })
  return found as PublicKeyCredential
}

const written = ({ id, rawId, type, response }: PublicKeyCredential, extensions: object): string => {
  const parts: Json = { clientDataJSON: text(response.clientDataJSON) }
  for (const name of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    const part = (response as unknown as Json)[name]
    if (part) parts[name] = text(part)
  }
  const transports = (response as AuthenticatorAttestationResponse).getTransports?.()
  return JSON.stringify({ id, rawId: text(rawId), type, response: { ...parts,
    ...transports && { transports } }, clientExtensionResults: extensions })
}

const known = typeof PublicKeyCredential === 'function'
for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) place.hidden = !known
for (const words of document.querySelectorAll<HTMLElement>('[data-passkey-otherwise]')) words.hidden = known

const send = async (form: HTMLFormElement, place: HTMLElement) => {
  const said = place.querySelector('[data-passkey-said]')
  if (said) said.textContent = ''
  try {
    const answer = await fetch(place.dataset['options']!, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    if (!answer.ok) throw new Error(String(answer.status))
    const credential = await ask(place.dataset['passkey']!, await answer.json() as Json)
    form.querySelector<HTMLInputElement>('[name=credential]')!.value = written(credential, credential.getClientExtensionResults())
    form.requestSubmit()
  } catch {
    // The person closed the dialog, waited too long, or has none: the device does not say which.
    delete form.dataset['sent']
    if (said) said.textContent = live.passkeyFailed
  }
}

on('submit', '[data-passkey] form, form[data-passkey]', (element, event) => {
  const form = element as HTMLFormElement
  const field = form.querySelector<HTMLInputElement>('[name=credential]')
  if (!field || field.value) return
  event.preventDefault()
  void send(form, form.closest<HTMLElement>('[data-passkey]')!)
})
