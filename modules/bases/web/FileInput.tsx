import { useEffect, useRef, useState } from 'react'
import { FieldError } from '#design/FieldError.tsx'
import { FileDrop } from '#design/FileDrop.tsx'
import { Hidden } from '#design/Hidden.tsx'
import type { FieldProps } from '#design/field.ts'
import { uploadFor, type Uploaded } from '#modules/files/web/parts.tsx'
import { words } from './fr-authoring.ts'

const uploads = { image: uploadFor('image'), file: uploadFor('file') }

/**
 * The file of a form: sent as soon as dropped where React is, with its progress; a plain field of the form elsewhere, which the server
 * receives with the rest. The form sends the identifier, of the file kept so far until another one comes.
 */
export function FileInput({ field, label, purpose }: { field: FieldProps, label: string, purpose: 'image' | 'file' }) {
  const box = useRef<HTMLDivElement>(null)
  const [sent, setSent] = useState<Uploaded>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    const form = box.current?.closest('form')
    const empty = () => { setSent(undefined); setRound((one) => one + 1) }
    form?.addEventListener('reset', empty)
    return () => form?.removeEventListener('reset', empty)
  }, [])
  const kept = sent?.fileId ?? field.defaultValues?.findLast(Boolean)
  const image = purpose === 'image'
  return (
    <div className="sl-file-input" ref={box} id={field.id} tabIndex={-1}>
      <Hidden name="_purpose" value={purpose} />
      {kept && <input type="hidden" name={field.name} value={kept} />}
      <FileDrop key={round} name={field.name} label={label} upload={uploads[purpose]} onUploaded={setSent}
        accept={image ? 'image/*' : undefined}
        formats={image ? words.imageFormats : words.fileFormats} />
      <FieldError id={`${field.id}-error`}>{field.error}</FieldError>
    </div>
  )
}
