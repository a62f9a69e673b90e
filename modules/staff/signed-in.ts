import type { Http } from '#kernel/operation/raw.ts'
import type { Context } from './policy.ts'
import { openHalfSession } from './session.ts'
import { urls } from './web/back-office/routes.ts'

/**
 * A person is known by a first factor: opens the session that waits for the second one, and leads to its page. The way in for any means: call it
 * once who it is is proved, and known to administer the platform. The cookie is strict: a browser that comes from another site does not send it
 * along a redirection, so the answer is then a page that goes on by itself.
 * @param method `email-link`, or the name of the identity provider. @param cookies other `Set-Cookie` of the same answer.
 */
export const staffSignedIn = async (
  context: Context, { request, reply }: Http, personId: string, method: string, returnTo = '/', cookies: readonly string[] = [],
) => {
  const cookie = await openHalfSession(context, personId, method, { userAgent: request.headers['user-agent'], cookies: request.headers.cookie })
  const next = urls.secondFactor(returnTo)
  void reply.header('set-cookie', [cookie, ...cookies]).header('cache-control', 'no-store')
  if (request.headers['sec-fetch-site'] !== 'cross-site') return reply.redirect(next, 303)
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${next}"><a href="${next}">→</a>`
  return reply.type('text/html; charset=utf-8').send(page)
}
