import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { FieldError } from '#design/FieldError.tsx'
import { FileDrop } from '#design/FileDrop.tsx'
import { Hidden } from '#design/Hidden.tsx'
import type { FieldProps } from '#design/field.ts'
import { TextField } from '#design/TextField.tsx'
import { uploadFor, type Uploaded } from '#modules/files/web/parts.tsx'
import { fr } from './attachments.fr.ts'

const upload = uploadFor('file')

/** Files that go with what one writes, sent one by one as soon as chosen, and what their pictures show. Without a script they go with the words. */
export function Files({ field, most, maxBytes }: { field: (name: 'fileIds' | 'alt') => FieldProps, most: number, maxBytes: number }) {
  const [sent, setSent] = useState<readonly Uploaded[]>([])
  const { id, name, error, defaultValues = [] } = field('fileIds')
  const kept = defaultValues.filter(Boolean)
  return (
    <>
      <div id={id} tabIndex={-1}>
        {kept.length > 0 && <p className="fr-hint-text">{fr.kept(kept.length)}</p>}
        <Hidden name={name} value={[...kept, ...sent.map(({ fileId }) => fileId).filter((one) => !kept.includes(one))]} />
        <FileDrop name={name} label={fr.files} formats={fr.formats(most)} maxBytes={maxBytes} multiple upload={upload}
          onUploaded={(file) => setSent((before) => [...before, file])} />
        <FieldError id={`${id}-error`}>{error}</FieldError>
        {sent.length > 0 && (
          <ul className="sl-people">
            {sent.map(({ fileId, name: title }) => (
              <li key={fileId}>
                {title}{' '}
                <Button size="sm" priority="quiet" onClick={() => setSent((before) => before.filter((one) => one.fileId !== fileId))}>
                  {fr.remove(title)}</Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <TextField {...field('alt')} required={false} label={fr.alt} hint={fr.altHint} />
    </>
  )
}
