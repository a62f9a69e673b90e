import { Form, useActionData, useLocation } from 'react-router'
import type { FormRules, Refused } from '#kernel/page/form.ts'
import { offered } from '../reactions-offered.ts'
import type { Reacted } from '../reacted.ts'
import { fr } from './conversing.fr.ts'
import { fr as pages } from './fr.ts'

const words = fr.reactions

/** The signs that people put on a message, each with how many and who, then those that one may put: pressed again, one's own goes. */
export function Reactions({ id, reactions, form }: { id: string, reactions: readonly Reacted[], form: FormRules | false }) {
  const { pathname, search } = useLocation()
  const answer = useActionData() as Refused | undefined
  if (!form && reactions.length === 0) return null
  const isRefused = answer?.refused && form && answer.command === form.command && answer.typed['messageId']?.[0] === id
  const free = offered.filter((code) => !reactions.some((one) => one.code === code))
  return (
    <Form method="post" action={`${pathname}${search}#message-${id}`} className="sl-reactions" data-once="">
      {form && <input type="hidden" name="_command" value={form.command} />}
      {form && <input type="hidden" name="_key" value={form.key} />}
      <input type="hidden" name="messageId" value={id} />
      {isRefused && <p role="alert" className="fr-error-text">{answer.sentence ?? words.refused}</p>}
      {reactions.map(({ code, count, isMine, names }) => {
        const told = words.told(words.names[code], isMine, names.map((name) => name ?? pages.somebody), count)
        return (
          <button key={code} type="submit" name="code" value={code} disabled={!form} className="sl-reaction" aria-pressed={isMine}
            title={told}>
            <span aria-hidden="true">{words.signs[code]} {words.names[code]} {count}</span><span className="fr-sr-only">{told}</span>
          </button>
        )
      })}
      {form && free.length > 0 && (
        <details className="sl-reactions__more" data-drop="">
          <summary className="sl-reaction">{words.react}</summary>
          <div>
            {free.map((code) => (
              <button key={code} type="submit" name="code" value={code} className="sl-reaction">
                <span aria-hidden="true">{words.signs[code]}</span> {words.names[code]}
              </button>
            ))}
          </div>
        </details>
      )}
    </Form>
  )
}
