import type { LoaderFunctionArgs } from 'react-router'
import { Refusal, type Can, type Operation } from '#kernel/operation/operation.ts'
import { answers, refuse, type Answered } from '#kernel/page/answers.ts'
import { pageCall } from '#kernel/page/call.ts'
import type { FormRules } from '#kernel/page/form.ts'

/** A loader's options, and an answer that is not an address of before. */
type Options<Op extends Operation> = Parameters<typeof answers<Op & { kind: 'query' }>>[1]
type Settled<Answer> = Exclude<Answer, { movedTo: string }>

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
      const { call, signInUrl } = args.context.get(pageCall)
      const { pathname, search } = new URL(args.request.url)
      refuse(call.actor.id === undefined ? new Refusal('sign-in-required', {}, 401) : new Refusal('forbidden', {}, 403), signInUrl,
        pathname + search)
    }
    return answer as Settled<Answered<Op>> & { can: Record<K, FormRules> }
  }
