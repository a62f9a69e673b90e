import { useId, type ReactNode } from 'react'
import { classes } from '#design/classes.ts'
import { describedBy, type FieldProps } from '#design/field.ts'
import { FieldError } from '#design/FieldError.tsx'
import { fr } from '#design/fr.ts'
import { Label } from '#design/Label.tsx'

interface FileFieldProps extends FieldProps {
  label: string
  hint?: ReactNode
  /** As HTML writes it: `image/*,.pdf`. */
  accept?: string
  /** The same, for people: "PDF, images". */
  formats?: string
  maxBytes?: number
  multiple?: boolean
}

/** What may be sent, told before choosing. */
export const fileHint = ({ hint, formats, maxBytes }: Pick<FileFieldProps, 'hint' | 'formats' | 'maxBytes'>) => {
  const limits = [maxBytes !== undefined && fr.file.atMost(maxBytes), formats && fr.file.formats(formats)].filter(Boolean)
    .join(' ')
  return hint || limits ? <>{hint}{hint && limits ? ' ' : ''}{limits}</> : undefined
}

/** A file chosen on the device and sent with its form, which needs `encType="multipart/form-data"`. Works everywhere. */
export function FileField({ label, error, name, id, required, accept, multiple, maxBytes, ...limits }: FileFieldProps) {
  const made = useId()
  const own = id ?? made
  const hint = fileHint({ ...limits, maxBytes })
  return (
    <div className={classes('fr-upload-group', error && 'fr-upload-group--error')}>
      <Label htmlFor={own} hintId={`${own}-hint`} hint={hint} required={required}>{label}</Label>
      <input className="fr-upload" type="file" id={own} name={name} accept={accept} multiple={multiple} required={required}
        data-max-bytes={maxBytes}
        aria-invalid={error ? true : undefined} aria-describedby={describedBy(hint && `${own}-hint`, error && `${own}-error`)} />
      <FieldError id={`${own}-error`}>{error}</FieldError>
    </div>
  )
}
