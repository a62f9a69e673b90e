import type { ActionFunctionArgs } from 'react-router'
import { pageCall } from '#kernel/page/call.ts'
import { textOf } from '../exchange/markdown/text-of.ts'

/**
 * Has the file of a form read as a text: it is nowhere kept, and its words take the place of the field's value. Pictures are kept as
 * ever.
 */
export const receiveText = ({ context }: ActionFunctionArgs): void => {
  const page = context.get(pageCall)
  context.set(pageCall, {
    ...page, receive: async (call, file) => file.purpose === 'image' && page.receive ? page.receive(call,
      file) : { fileId: await textOf(file.stream) },
  })
}
