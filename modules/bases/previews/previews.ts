import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../policy.ts'

export const previewStates = ['waiting', 'ready', 'failed'] as const

/** What the page that a link leads to says of itself; its readers see it once it is ready. */
export const linkPreview = z.object({
  state: z.enum(previewStates), failure: z.string().nullable(), title: z.string().nullable(), description: z.string().nullable(),
  site: z.string().nullable(), imageFileId: z.uuid().nullable(),
})
export type LinkPreview = z.output<typeof linkPreview>

export const hashOf = (address: string): Buffer => createHash('sha256').update(address).digest()

/** What is known of pages, by their addresses. */
export const previewsOf = async ({ db }: Context, addresses: (string | null)[]): Promise<Map<string, LinkPreview>> => {
  const wanted = [...new Set(addresses.filter((one) => one !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('bases.link_preview')
    .select(['address', 'state', 'failure', 'title', 'description', 'site', 'image_file_id as imageFileId'])
    .where((eb) => eb('address_hash', '=', eb.fn.any(eb.val(wanted.map(hashOf))))).execute()
  return new Map(rows.map(({ address, ...row }) => [address, { ...row, state: row.state as LinkPreview['state'] }]))
}
