import { InvalidInput } from '../operation/engine.ts'
import { Refusal } from '../operation/operation.ts'
import type { FieldIssue } from '../page/form.ts'

/** Problem details (RFC 9457). `code` is stable; `detail` is the French sentence of the module, when it has one. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  request: string
  issues?: FieldIssue[]
  [extension: string]: unknown
}

/** Answers of the server itself, before any operation: body too large, unreadable JSON, too many requests. */
const CODES: Readonly<Record<number, string>> = {
  400: 'bad-request', 404: 'not-found', 405: 'method-not-allowed', 413: 'too-large', 415: 'unsupported-type', 429: 'too-many-requests',
}

/** A member of the problem type registry is an address; ours is the page of the API, at the code. */
export const problemOf = (error: unknown, request: string, sentences: Readonly<Record<string, string>>): Problem => {
  const refusal = error instanceof Refusal ? error : undefined
  const asked = (error as { statusCode?: unknown } | null)?.statusCode
  const status = refusal?.status ?? (typeof asked === 'number' && asked >= 400 && asked < 500 ? asked : 500)
  const code = refusal?.code ?? CODES[status] ?? (status === 500 ? 'internal' : 'bad-request')
  return {
    type: `/api#${code}`, title: code, status, code, detail: sentences[code], request,
    ...refusal?.details, ...(error instanceof InvalidInput ? { issues: error.issues } : {}),
  }
}
