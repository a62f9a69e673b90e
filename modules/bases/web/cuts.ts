import { data, type ActionFunctionArgs } from 'react-router'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { refuse } from '#kernel/page/answers.ts'
import { pageCall } from '#kernel/page/call.ts'
import type { Refused } from '#kernel/page/form.ts'
import { cut } from '#modules/files/api.ts'
import { side } from '../limits.ts'
import { excess, heightOf, LEAST, type Size } from './crop-frame.ts'

const asked = z.object({
  whole: z.uuid(), x: z.coerce.number().pipe(side), y: z.coerce.number().pipe(side), width: z.coerce.number().pipe(side.min(LEAST)),
  height: z.coerce.number().pipe(side.min(LEAST)).optional(),
})

/**
 * Cuts the picture that a form speaks of, then runs its command, which shows the part: a command does not work on files. Measures that are no
 * measures are left to the command; those that leave the picture are refused here, beside their fields, with the most that they may be.
 * @param run the page's action. @param ratio width over height of the part, whose height then follows from its width.
 */
export const cuts = <Answer>(run: (args: ActionFunctionArgs) => Promise<Answer>, ratio?: (args: ActionFunctionArgs) => number) =>
  async (args: ActionFunctionArgs) => {
    const fields = new URLSearchParams(await args.request.text())
    const { engine, call, signInUrl } = args.context.get(pageCall)
    const again = () => run({ ...args, request: new Request(args.request.url, {
      method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: fields }) })
    const given = asked.safeParse(Object.fromEntries(fields))
    if (!given.success) return again()
    const shape = ratio?.(args)
    const { whole, ...measures } = given.data
    const height = shape === undefined ? measures.height : heightOf(measures.width, shape)
    if (height === undefined) return again()
    const frame = { ...measures, height }
    try {
      fields.set('fileId', await cut(engine.context(call), whole, frame))
    } catch (error) {
      const outside = error instanceof Refusal && error.code === 'files.outside-of-picture'
        && excess(frame, error.details as unknown as Size, shape)
      if (!outside) return refuse(error, signInUrl, new URL(args.request.url).pathname)
      const { field, limit } = outside
      const typed = Object.fromEntries([...fields.keys()].filter((name) => !name.startsWith('_'))
        .map((name) => [name, fields.getAll(name)]))
      const refused: Refused = {
        refused: true, command: fields.get('_command') ?? '', status: 422, code: 'input', issues: [{ field, code: 'too_big', limit }], typed,
      }
      return data(refused, { status: 422 })
    }
    return again()
  }
