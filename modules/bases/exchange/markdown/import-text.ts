import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { placeFor, writesThere, type Context } from '../../policy.ts'
import { writeImported } from '../write-imported.ts'
import { admitted, givenText, readLinks, stateIn } from './given-text.ts'

/**
 * Begins a draft from a Markdown file: one of ours, which comes back as it left, or any other. `leftOut` counts the parts whose file or
 * resource the person may not see here.
 */
export const importText = command({
  http: 'POST /resources/texts',
  input: z.object({ text: givenText, baseId: z.uuid().nullable().default(null) }),
  output: z.object({ resourceId: z.uuid(), leftOut: z.int() }),
  on: (context: Context, { baseId }) => placeFor(context, baseId),
  allow: writesThere,
  run: async (context: Context, { text }, { base_id, base_is_public }) => {
    const given = stateIn(text)
    const id = v7()
    const createdBy = context.actor.id!
    const { state, leftOut } = await admitted(context, { id, created_by: createdBy, base_id, is_open: false }, given)
    await writeImported(context, [{
      id, createdBy, place: { base_id, base_is_public }, isPublic: true, createdAt: context.now, publishedAt: null, lastPublishedAt: null,
        slug: null,
      draft: state, published: null,
    }])
    await readLinks(context, id, state)
    return { resourceId: id, leftOut }
  },
})
