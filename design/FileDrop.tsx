import { useId, useRef, useState, type DragEvent } from 'react'
import { Button } from '#design/Button.tsx'
import { classes } from '#design/classes.ts'
import { fileHint } from '#design/FileField.tsx'
import { fr, live } from '#design/fr.ts'
import { Label } from '#design/Label.tsx'

/** Sends one file. `onProgress` takes a share from 0 to 1; an error's message is shown as it is, so write it for people. */
export type Upload<Uploaded> = (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<Uploaded>

interface FileDropProps<Uploaded> {
  label: string
  /** Name of the plain field, for pages without JavaScript. */
  name: string
  upload: Upload<Uploaded>
  /** Called once a file is on the server. */
  onUploaded?: (uploaded: Uploaded, file: File) => void
  accept?: string
  formats?: string
  maxBytes?: number
  multiple?: boolean
}

interface Sending {
  key: number
  file: File
  share: number
  state: 'sending' | 'done' | 'stopped'
  message?: string
  stop: AbortController
}

/**
 * Files dropped or chosen, sent one after another with their progress, each of which can be stopped or tried again. Before the
 * page is taken over by React it is a plain file field.
 */
export function FileDrop<Uploaded>({ label, name, upload, onUploaded, accept, formats, maxBytes,
  multiple }: FileDropProps<Uploaded>) {
  const id = useId()
  const [files, setFiles] = useState<Sending[]>([])
  const [over, setOver] = useState(false)
  const last = useRef(0)
  const change = (key: number, part: Partial<Sending>) =>
    setFiles((all) => all.map((one) => one.key === key ? { ...one, ...part } : one))

  const send = async (sending: Sending) => {
    const { key, file, stop } = sending
    if (maxBytes !== undefined && file.size > maxBytes) {
      return change(key, { state: 'stopped', message: live.tooBig(file.size, maxBytes) })
    }
    if (stop.signal.aborted) return change(key, { state: 'stopped', message: fr.file.cancelled })
    try {
      const uploaded = await upload(file, (share) => change(key, { share }), stop.signal)
      change(key, { state: 'done', share: 1, message: fr.file.done })
      onUploaded?.(uploaded, file)
    } catch (problem) {
      const forPeople = problem instanceof Error && !(problem instanceof TypeError) && problem.message !== ''
      const said = forPeople ? problem.message : fr.file.failed
      change(key, { state: 'stopped', message: stop.signal.aborted ? fr.file.cancelled : said })
    }
  }
  const add = async (list: FileList | null) => {
    const chosen = [...list ?? []].slice(0, multiple ? undefined : 1)
    const added = chosen.map((file): Sending =>
      ({ key: ++last.current, file, share: 0, state: 'sending', stop: new AbortController() }))
    setFiles((all) => [...all, ...added])
    for (const one of added) await send(one)
  }
  const again = (one: Sending) => {
    const fresh: Sending = { ...one, share: 0, state: 'sending', message: undefined, stop: new AbortController() }
    change(one.key, fresh)
    void send(fresh)
  }
  const drop = (event: DragEvent) => { event.preventDefault(); setOver(false); void add(event.dataTransfer.files) }

  return (
    <div className={classes('fr-upload-group sl-drop-zone', over && 'sl-drop-zone--over')} onDrop={drop}
      onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}>
      <Label htmlFor={id} hintId={`${id}-hint`}
        hint={<>{multiple ? fr.file.dropMany : fr.file.drop}. {fileHint({ formats, maxBytes })}</>}>{label}</Label>
      <input className="fr-upload" type="file" id={id} name={name} accept={accept} multiple={multiple}
        aria-describedby={`${id}-hint`}
        onChange={(event) => { const input = event.currentTarget; void add(input.files).finally(() => { input.value = '' }) }} />
      <ul className="sl-drop-zone__files" aria-live="polite">
        {files.map(({ key, ...one }) => <SendingFile key={key} {...one} onAgain={() => again({ key, ...one })} />)}
      </ul>
    </div>
  )
}

function SendingFile({ file, share, state, message, stop, onAgain }: Omit<Sending, 'key'> & { onAgain: () => void }) {
  const percent = Math.round(share * 100)
  return (
    <li className={classes('sl-sending', state === 'stopped' && 'sl-sending--stopped')}>
      <span className="sl-sending__name">{file.name} <span className="fr-hint-text">{fr.size(file.size)}</span></span>
      {state === 'sending' && <progress max={100} value={percent} aria-label={fr.file.progress(file.name, percent)} />}
      {state === 'sending' && <Button priority="quiet" size="sm" icon="fr-icon-close-line" iconOnly onClick={() => stop.abort()}>
        {fr.file.cancel(file.name)}</Button>}
      {message && <span className={state === 'stopped' ? 'fr-error-text' : 'fr-valid-text'}>{message}</span>}
      {state === 'stopped' && <Button priority="quiet" size="sm" icon="fr-icon-refresh-line" iconOnly onClick={onAgain}>
        {fr.file.again(file.name)}</Button>}
    </li>
  )
}
