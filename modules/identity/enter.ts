import type { Http } from '#kernel/operation/raw.ts'
import type { Context } from './policy.ts'
import { openSession, type Proof } from './session.ts'

/** A new session for this browser, and the redirection that a form expects. */
export const enter = async (context: Context, { request, reply }: Http, personId: string, method: string, to: string,
  proof: Proof = {}) => {
  const browser = { userAgent: request.headers['user-agent'], cookies: request.headers.cookie }
  const { cookie } = await openSession(context, personId, method, browser, proof)
  return reply.header('set-cookie', cookie).header('cache-control', 'no-store').redirect(to, 303)
}
