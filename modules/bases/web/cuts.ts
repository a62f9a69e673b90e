import type { ActionFunctionArgs } from 'react-router'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { refuse } from '#kernel/page/answers.ts'
import { pageCall } from '#kernel/page/call.ts'
import { cut } from '#modules/files/api.ts'
import { side } from '../limits.ts'

const asked = z.object({
  whole: z.uuid(), x: z.coerce.number().pipe(side), y: z.coerce.number().pipe(side),
  width: z.coerce.number().pipe(side.min(16)), height: z.coerce.number().pipe(side.min(16)),
})

/**
 * Cuts the picture that a form speaks of before its command runs, which then shows the part: a command does not work on files. Measures that
 * are not right are left to the command, which says so beside their fields.
 */
export const cuts = async (args: ActionFunctionArgs): Promise<ActionFunctionArgs> => {
  const fields = new URLSearchParams(await args.request.text())
  const { engine, call, signInUrl } = args.context.get(pageCall)
  const again = () => ({ ...args, request: new Request(args.request.url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: fields }) })
  const given = asked.safeParse(Object.fromEntries(fields))
  if (!given.success) return again()
  const { whole, ...rectangle } = given.data
  try {
    fields.set('fileId', await cut(engine.context(call), whole, rectangle))
    return again()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'files.outside-of-picture') {
      fields.set('width', '0')
      return again()
    }
    return refuse(error, signInUrl, new URL(args.request.url).pathname)
  }
}
