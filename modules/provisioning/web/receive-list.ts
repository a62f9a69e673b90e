import type { ActionFunctionArgs } from 'react-router'
import { pageCall } from '#kernel/page/call.ts'
import { keepSource } from '../source.ts'

/** Has the file of a form kept as a list of the organisation that the address names. It never goes with the files that people share. */
export const receiveList = ({ context, params }: ActionFunctionArgs): void => {
  const page = context.get(pageCall)
  context.set(pageCall, { ...page, receive: (call, file) => keepSource(page.engine.pool, call, params['organisationId'] ?? '', file) })
}
