import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import { useRevalidator } from 'react-router'
import type { Refused } from '#kernel/page/form.ts'
import { createAutosave, type FormWords, type Kept, type Outcome, type Sending, type Status } from './autosave.ts'
import { isStale, useSeenVersion } from './use-refused.ts'

interface Autosaved {
  /** Where the command is, in the API. */
  address: string
  /** The version that the page shows now. */
  current: number
  refused: Refused | undefined
}

/** What a person types, without what belongs to the form itself. An empty identifier is an absent one. */
const wordsIn = (form: HTMLFormElement): FormWords => Object.fromEntries([...new FormData(form)].flatMap(([name, value]) =>
  typeof value !== 'string' || name.startsWith('_') || name === 'version' || (name.endsWith('Id') && value === '') ? [] : [[name, value]]))

const outcomeOf = async (answer: Response): Promise<Outcome> => {
  if (answer.ok) return { kind: 'saved', version: (await answer.json() as { version: number }).version }
  const problem = await answer.json().catch(() => ({})) as { code?: string, issues?: [] }
  if (answer.status === 401) return { kind: 'signed-out' }
  if (answer.status === 422 && problem.issues) return { kind: 'invalid', issues: problem.issues }
  if (problem.code?.endsWith('-stale')) return { kind: 'stale' }
  // Removed by somebody, or taken out of this person's sight.
  if (answer.status === 403 || answer.status === 404 || problem.code === 'bases.content-gone') return { kind: 'gone' }
  return { kind: 'failed' }
}

/** @param leaving the page goes: the browser sends this in any case (Fetch, keepalive), 64 KB at most. */
const put = (address: string, { words, version, key }: Sending, leaving: boolean): Promise<Outcome> => fetch(address, {
  method: 'PUT', keepalive: leaving, headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key },
  body: JSON.stringify({ ...words, version }),
}).then(outcomeOf, () => ({ kind: 'failed' as const }))

/** Where words wait in this tab, and in no other, until they are on the server: a reload or a new sign-in finds them again. */
const place = (address: string) => `sillage-words:${address}`
const keepIn = (address: string) => (kept: Kept | undefined) => {
  if (kept) sessionStorage.setItem(place(address), JSON.stringify(kept))
  else sessionStorage.removeItem(place(address))
}
/** Words of a tab that are not on the server, by the address to which they go. */
export const keptIn = (address: string) => {
  const kept = sessionStorage.getItem(place(address))
  return kept === null ? undefined : JSON.parse(kept) as Kept
}

/** Addresses under this one whose words wait in this tab. */
export const keptUnder = (address: string): string[] => Object.keys(sessionStorage).filter((key) => key.startsWith(place(address)))
  .map((key) => key.slice(place('').length))
export const dropKept = (address: string): void => keepIn(address)(undefined)

const fill = (form: HTMLFormElement, words: FormWords) => {
  for (const [name, value] of Object.entries(words)) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof RadioNodeList) field.value = value
  }
}

/**
 * Saves the one form inside a `<details>` as its words are typed. Without React nothing of this is there, and the form's own button saves.
 * @returns `version` for the form's own sending, `status` to be said, `around` for the `<details>`.
 */
export const useAutosave = ({ address, current, refused }: Autosaved) => {
  const details = useRef<HTMLDetailsElement>(null)
  const { revalidate } = useRevalidator()
  const [status, setStatus] = useState<Status>({ state: 'idle' })
  const seen = useSeenVersion(current, refused)
  const [autosave] = useState(() => createAutosave({
    send: (sending, leaving) => put(address, sending, leaving), tell: setStatus, keep: keepIn(address), key: () => crypto.randomUUID(),
  }))
  useEffect(() => {
    // What the page shows follows what is saved, and what another wrote comes beside what this person writes.
    if (status.state === 'saved' || status.state === 'stale' || status.state === 'gone') void revalidate()
  }, [status, revalidate])
  const form = (): HTMLFormElement | null => details.current?.querySelector('form') ?? null
  useLeaving(autosave)
  useEffect(() => {
    const kept = keptIn(address)
    const there = details.current?.querySelector('form')
    if (!kept || !there || !details.current) return
    if (Object.entries(kept.words).every(([name, value]) => new FormData(there).get(name) === value)) return keepIn(address)(undefined)
    details.current.open = true
    fill(there, kept.words)
    autosave.resume(kept)
  }, [autosave, address])
  const wasRefused = useRef(false)
  useEffect(() => {
    // The person has let go of what was refused: the form shows what is there now.
    if (wasRefused.current && !refused) details.current?.querySelector('form')?.reset()
    wasRefused.current = refused !== undefined
  })
  const stale = isStale(refused) || status.state === 'stale'
  const close = () => {
    autosave.done()
    seen.follow.onReset()
    if (details.current) details.current.open = false
  }
  return {
    stale, status,
    version: stale ? current : autosave.version() ?? seen.version,
    /** What the person has typed, to be compared with what another has. */
    typed: () => { const there = form(); return there ? wordsIn(there) : {} },
    around: {
      ref: details as RefObject<HTMLDetailsElement>,
      onInput: () => {
        seen.follow.onInput()
        const there = form()
        if (there && !stale) autosave.typed(wordsIn(there), seen.version)
      },
      onReset: close,
      // What is being saved ends first: else the form would be told that somebody else has written, and it would be us.
      onSubmitCapture: (event: FormEvent) => {
        const there = form()
        autosave.hold()
        if (!autosave.isBusy() || !there) return
        event.preventDefault()
        event.stopPropagation()
        void autosave.flush().then(() => { delete there.dataset['sent']; there.requestSubmit() })
      },
    },
  }
}

/** Nothing is lost on the way out: what waits is sent when the page hides or is left; what cannot be sent makes the browser ask. */
const useLeaving = (autosave: ReturnType<typeof createAutosave>) => useEffect(() => {
  const hide = () => {
    if (document.visibilityState === 'hidden' && autosave.isUnsaved()) void autosave.flush(true)
    else if (autosave.isUnsaved()) void autosave.flush()
  }
  const ask = (event: BeforeUnloadEvent) => { if (autosave.isUnsaved()) event.preventDefault() }
  const again = () => { if (autosave.isUnsaved()) void autosave.flush() }
  document.addEventListener('visibilitychange', hide)
  addEventListener('beforeunload', ask)
  addEventListener('online', again)
  return () => {
    document.removeEventListener('visibilitychange', hide)
    removeEventListener('beforeunload', ask)
    removeEventListener('online', again)
    if (autosave.isUnsaved()) void autosave.flush(true)
  }
}, [autosave])
