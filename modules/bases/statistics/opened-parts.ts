import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../policy.ts'

/** A link or a file that readers see today, and how often it was opened since the beginning. `target` is its address, or its name. */
export const openedPart = z.object({
  id: z.uuid(), kind: z.enum(['link', 'file']), title: z.string().nullable(), target: z.string(), openings: z.int(),
})
export type OpenedPart = z.output<typeof openedPart>

/** In the order of the resource. */
export const openedPartsOf = async ({ db }: Context, resourceId: string): Promise<OpenedPart[]> => (await sql<OpenedPart>`
  select content.id, content.type as kind, content.title, coalesce(content.url, file.name) as target,
    coalesce(opened.openings, 0) as openings
  from bases.content as content left join files.card as file on file.id = content.file_id
  left join bases.opened_part as opened on opened.resource_id = content.resource_id and opened.content_id = content.id
  where content.resource_id = ${resourceId}::uuid and (content.type = 'link' or (content.type = 'file' and file.id is not null))
  order by content.position`.execute(db)).rows
