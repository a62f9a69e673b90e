import { z } from 'zod'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { Refusal, type Operation } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { pathOr } from '#modules/identity/api.ts'
import { token } from './link.ts'
import { enrolPasskey } from './operations/back-office/enrol-passkey.ts'
import { enrolTotp } from './operations/back-office/enrol-totp.ts'
import { proveByCode } from './operations/back-office/prove-by-code.ts'
import { proveByPasskey } from './operations/back-office/prove-by-passkey.ts'
import { proveByRecoveryCode } from './operations/back-office/prove-by-recovery-code.ts'
import { signInByStaffLink } from './operations/back-office/sign-in-by-staff-link.ts'
import { signOutStaff } from './operations/back-office/sign-out-staff.ts'
import { inSession, isHalf, type Context } from './policy.ts'
import { comeBackFromProConnect, leaveForProConnect } from './proconnect.ts'
import { clearCookie, elevate, type Factor } from './session.ts'
import { staffSignedIn } from './signed-in.ts'
import { urls } from './web/back-office/routes.ts'

const FORM = 30_000

const answer = ({ reply }: Http, to: string, cookie?: string, status: 303 | 307 = 303) => {
  if (cookie) void reply.header('set-cookie', cookie)
  return reply.header('cache-control', 'no-store').redirect(to, status)
}

/** Why, as the address of the next page says it: the code of a refusal without its module. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Refusal)) throw error
  return error.code.replace(/^staff\./, '')
}

/** The button of the link's page. */
const enterByLink = raw({
  http: 'POST /back-office/session', input: z.object({ token }), allow: anyone, bodyLimit: FORM,
  handle: async (context: Context, input, _, http) => {
    try {
      const { personId, returnTo } = await http.run(signInByStaffLink, input)
      return await staffSignedIn(context, http, personId, 'email-link', returnTo)
    } catch (error) {
      return answer(http, urls.link(input.token, reasonOf(error)))
    }
  },
})

const answers = z.object({ code: z.string().optional(), recoveryCode: z.string().optional(), answer: z.string().optional() })

/** Tries what the form holds. @returns the factor that was shown, or why none was. */
const tryFactor = async ({ run }: Http, given: z.output<typeof answers>): Promise<{ factor: Factor } | { reason: string }> => {
  const tries: [Factor, Operation, string, string | undefined][] = [
    ['passkey', proveByPasskey, 'answer', given.answer], ['recovery-code', proveByRecoveryCode, 'code', given.recoveryCode],
    ['totp', proveByCode, 'code', given.code],
  ]
  const found = tries.find(([, , , value]) => value?.trim())
  if (!found) return { reason: 'nothing' }
  const [factor, operation, name, value] = found
  try {
    const { proved } = await run(operation, { [name]: value }) as { proved: boolean }
    return proved ? { factor } : { reason: `wrong-${factor}` }
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}

/** Makes the session whole, or says what is wrong. */
const showFactor = raw({
  http: 'POST /back-office/second-factor', input: answers.extend({ returnTo: z.string().optional() }), allow: inSession, bodyLimit: FORM,
  handle: async (context: Context, input, _, http) => {
    const shown = await tryFactor(http, input)
    const to = pathOr(input.returnTo)
    if ('reason' in shown) return answer(http, urls.secondFactor(to, shown.reason))
    const cookie = await elevate(context, shown.factor)
    if (!cookie) return answer(http, urls.signIn(to))
    return answer(http, shown.factor === 'recovery-code' ? urls.security('recovered') : to, cookie)
  },
})

const REASON = 'preuve'

/** The same page, with why the proof failed, or without what an earlier one said. */
const withReason = (path: string, reason?: string) => {
  const url = new URL(path, 'http://here')
  url.searchParams.delete(REASON)
  if (reason) url.searchParams.set(REASON, reason)
  return url.pathname + url.search
}

/**
 * A proof asked again in the middle of something. What was being sent comes along, under its own names, and goes on to its page by a 307, which
 * browsers send again whole: nothing that was typed is lost, and one gesture does both.
 */
const proveAgain = raw({
  http: 'POST /back-office/proof',
  input: z.object({ _then: z.string(), _code: z.string().optional(), _recovery: z.string().optional(), _answer: z.string().optional(), _command: z.string().optional() }),
  allow: inSession, bodyLimit: 1_048_576,
  handle: async (context: Context, input, _, http) => {
    const shown = await tryFactor(http, { code: input._code, recoveryCode: input._recovery, answer: input._answer })
    const then = pathOr(input._then)
    const cookie = 'factor' in shown ? await elevate(context, shown.factor) : undefined
    const to = withReason(then, 'reason' in shown ? shown.reason : undefined)
    return answer(http, to, cookie, input._command ? 307 : 303)
  },
})

/** A factor was added: whoever entered for the first time is in, and is given recovery codes. */
const added = async (context: Context, http: Http, factor: Factor) => {
  if (!isHalf(context.actor)) return answer(http, urls.security('added'))
  return answer(http, urls.recoveryCodes(), await elevate(context, factor))
}

const addTotp = raw({
  http: 'POST /back-office/factors/totp', input: z.object({ code: z.string(), name: z.string().optional() }), allow: inSession, bodyLimit: FORM,
  handle: async (context: Context, input, _, http) => {
    try {
      const { enrolled } = await http.run(enrolTotp, input)
      return enrolled ? await added(context, http, 'totp') : await answer(http, urls.addTotp('wrong-totp'))
    } catch (error) {
      return answer(http, urls.addTotp(reasonOf(error)))
    }
  },
})

const addPasskey = raw({
  http: 'POST /back-office/factors/passkey', input: z.object({ answer: z.string(), name: z.string().optional() }), allow: inSession, bodyLimit: FORM,
  handle: async (context: Context, input, _, http) => {
    try {
      const { enrolled } = await http.run(enrolPasskey, input)
      return enrolled ? await added(context, http, 'passkey') : await answer(http, urls.addPasskey('wrong-passkey'))
    } catch (error) {
      return answer(http, urls.addPasskey(reasonOf(error)))
    }
  },
})

/** A sign of life from a page that is being read or written: asking is enough, the session's reader notes it. */
const stay = raw({
  http: 'POST /back-office/stay', input: z.object({}), allow: anyone, bodyLimit: 1000,
  handle: async ({ actor }: Context, _, __, { reply }) => reply.header('cache-control', 'no-store').code(actor.id ? 204 : 401).send(),
})

const leave = raw({
  http: 'POST /back-office/sign-out', input: z.object({}), allow: anyone, bodyLimit: 10_000,
  handle: async ({ actor }: Context, _, __, http) => {
    if (actor.session) await http.run(signOutStaff, {})
    return answer(http, urls.signIn(), clearCookie)
  },
})

export const rawRoutes = [enterByLink, leaveForProConnect, comeBackFromProConnect, showFactor, proveAgain, addTotp, addPasskey, stay, leave]
