import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { fileUrl } from '#modules/files/web/routes.ts'
import { stateOf } from '../../draft/draft.ts'
import { draftOf } from '../../draft/store.ts'
import { configured } from '../../harvest/configuration.ts'
import { editsResource, resourceWithRights, type Context } from '../../policy.ts'
import { fileCards } from '../../reading/shown-contents.ts'
import { slugOf } from '../../titles/slug.ts'
import { writeText } from '../text.ts'

/** All that is written of a resource in one Markdown file, for those who write it: `importText` makes the same draft of it. */
export const takeText = raw({
  http: 'GET /mes-ressources/:resourceId/brouillon.md',
  input: z.object({ resourceId: z.uuid() }),
  on: (context: Context, { resourceId }) => resourceWithRights(context).where('resource.id', '=', resourceId).executeTakeFirst(),
  allow: editsResource,
  handle: async (context: Context, { resourceId }, _, { reply }) => {
    const state = stateOf((await draftOf(context, resourceId)).draft)
    const files = await fileCards(context, state.contents.map(({ fileId }) => fileId))
    const addresses = new Map([...files].map(([id, { name }]) => [id, configured().origin + fileUrl(id, name)]))
    return reply.headers({
      'content-type': 'text/markdown; charset=utf-8', 'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${slugOf(state.heading.title) || 'ressource'}.md"`,
    }).send(writeText(state, addresses))
  },
})
