import { data } from 'react-router'
import { Refusal } from '#kernel/operation/operation.ts'
import { waysOf } from '#kernel/operation/rule.ts'
import type { LateForm, Sent } from '#kernel/page/call.ts'

/** A form that did not run, with all that was typed: the browser keeps it, the server nothing. */
export interface KeptForm {
  /** The address to which it goes when it is sent again. */
  to: string
  fields: [name: string, value: string][]
  /** A file, or what opens something, does not travel: it must be given again. */
  leftOut: 'nothing' | 'file' | 'secret'
}

/** A form that came after its session had ended; its last field says who typed it. */
export interface SessionEnded extends KeptForm {
  code: 'session-ended'
  /** `ended`: nobody is signed in. `unsure`: somebody is, and nothing says that they typed it. `other`: somebody who did not type it. */
  because: 'ended' | 'unsure' | 'other'
}

const TYPIST = '_typist'
const SECRET = /^_?(code|credential|answer)$|passw|secret|token|jeton/i

/** What a form carried that may be sent again. */
export const keptForm = ({ request, here, typed }: Sent): KeptForm => {
  const all = Object.entries(typed).filter(([name]) => name !== TYPIST)
  const kept = all.filter(([name]) => !SECRET.test(name))
  const hasFiles = request.headers.get('content-type')?.startsWith('multipart/')
  const leftOut = kept.length < all.length ? 'secret' as const : hasFiles ? 'file' as const : 'nothing' as const
  return { to: here, fields: kept.flatMap(([name, values]) => values.map((value): [string, string] => [name, value])), leftOut }
}

const ended = (because: SessionEnded['because'], typist: string, sent: Sent) => {
  const { to, fields, leftOut } = keptForm(sent)
  const whole: SessionEnded = { code: 'session-ended', because, to, fields: [...fields, [TYPIST, typist]], leftOut }
  return data<SessionEnded>(whole, { status: because === 'ended' ? 401 : 409 })
}

/**
 * What becomes of a form that comes after its session had ended, in the browser of this typist. Sent again it runs for who typed it alone:
 * somebody else who signed in since is told so. Whatever refuses a visitor a command that none may run is the same case as a session that
 * has ended: a target that only people see does not exist for them, and a field that is wrong is mended once they are back.
 */
export const lateForm = (typist: string): LateForm => ({
  before: (sent, actor) => {
    const [given] = sent.typed[TYPIST] ?? []
    if (given === undefined || given === typist || !actor.id) return undefined
    return given === '' ? ended('unsure', typist, sent) : ended('other', given, sent)
  },
  after: (sent, actor, error, operation) => {
    if (actor.id || !(error instanceof Refusal)) return undefined
    const isClosed = operation && waysOf(operation.allow).every(({ signedIn, roles }) => signedIn || roles?.length)
    return error.status === 401 || isClosed ? ended('ended', sent.typed[TYPIST]?.[0] ?? typist, sent) : undefined
  },
})
