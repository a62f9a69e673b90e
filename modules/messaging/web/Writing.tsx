import type { ReactNode } from 'react'
import { Button } from '#design/Button.tsx'
import type { FieldProps } from '#design/field.ts'
import { TextField } from '#design/TextField.tsx'
import { fr } from './conversing.fr.ts'

interface Person { id: string; name: string | null; isMe: boolean }

/**
 * The field of a message, in which the people of the conversation are proposed behind an `@`; without a script their whole name is
 * written.
 */
export function Mentionable({ people, children }: { people: readonly Person[], children: ReactNode }) {
  const named = people.filter(({ name, isMe }) => name !== null && !isMe).map(({ id, name }) => ({ id, name }))
  return <div className="sl-mention" data-mention={JSON.stringify({ people: named, label: fr.mentions.list })}>{children}</div>
}

/** A day and an hour at which the message leaves, in place of now. Open once something was chosen there. */
export function Later({ field, timeZone }: { field: (name: 'day' | 'time') => FieldProps, timeZone: string }) {
  const [day, time] = [field('day'), field('time')]
  const isChosen = Boolean(day.defaultValue ?? time.defaultValue)
  return (
    <details className="sl-later" open={isChosen}>
      <summary>{fr.later.summary}</summary>
      <p className="fr-hint-text">{fr.later.hint(timeZone)}</p>
      <div className="sl-later__when">
        <TextField {...day} required={false} label={fr.later.day} />
        <TextField {...time} required={false} label={fr.later.time} hint={fr.later.timeHint} />
      </div>
      <Button type="submit" name="as" value="later" priority="secondary" size="sm">{fr.later.send}</Button>
    </details>
  )
}
