import type { LoaderFunctionArgs } from 'react-router'
import { Refusal, type Can, type Operation } from '#kernel/operation/operation.ts'
import { answers, refuse, type Answered } from '#kernel/page/answers.ts'
import { pageCall } from '#kernel/page/call.ts'
import type { FormRules } from '#kernel/page/form.ts'

const refuseVisitor = (args: LoaderFunctionArgs) => {
  const { call, signInUrl } = args.context.get(pageCall)
  const { pathname, search } = new URL(args.request.url)
  if (call.actor.id === undefined) refuse(new Refusal('sign-in-required', {}, 401), signInUrl, pathname + search)
  return { signInUrl, here: pathname + search }
}

/** A loader's options, and an answer that is not an address of before. */
type Options<Op extends Operation> = Parameters<typeof answers<Op & { kind: 'query' }>>[1]
type Settled<Answer> = Exclude<Answer, { movedTo: string }>

/** A loader of a page that only people who are signed in may find: a visitor, who would find nothing there, is led to sign in. */
export const answersPerson = <Op extends Operation & { kind: 'query' }>(operation: Op, options: Options<Op> = {}) =>
  async (args: LoaderFunctionArgs): Promise<Answered<Op>> => {
    refuseVisitor(args)
    return answers(operation, options)(args)
  }

/**
 * A loader of a page that exists for one command: those who may not run it do not see the page; a visitor is led to sign in.
 * @param command name of the command in the query's `can`.
 */
export const answersTo = <Op extends Operation & { kind: 'query' }, K extends Can<Op>>(operation: Op, command: K,
  options: Options<Op> = {}) =>
  async (args: LoaderFunctionArgs) => {
    const answer = await answers(operation, options)(args)
    const rules = (answer as { can: Record<string, FormRules | false> }).can[command]
    if (!rules) {
      const { signInUrl, here } = refuseVisitor(args)
      refuse(new Refusal('forbidden', {}, 403), signInUrl, here)
    }
    return answer as Settled<Answered<Op>> & { can: Record<K, FormRules> }
  }
