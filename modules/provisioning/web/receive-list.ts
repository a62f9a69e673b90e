import type { ActionFunctionArgs } from 'react-router'
import { pageCall } from '#kernel/page/call.ts'
import { receiveSource } from '../source.ts'

/** Has the file of a form received as a list for the organisation that the address names. */
export const receiveList = ({ context, params }: ActionFunctionArgs): void => {
  const page = context.get(pageCall)
  context.set(pageCall, { ...page, receive: (call, file) => receiveSource(page.engine.context(call), params['organisationId'] ?? '', file) })
}
