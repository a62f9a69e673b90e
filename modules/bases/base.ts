import { sql } from 'kysely'
import type { z } from 'zod'
import { checkImage } from './draft/contents.ts'
import type { Crop } from './draft/draft.ts'
import type { baseInput } from './limits.ts'
import type { Context } from './policy.ts'

interface Pictures { logo_file_id: string | null; cover_file_id: string | null; logo_crop: unknown; cover_crop: unknown }

/** The two pictures of a base: their columns, and the part of them that is shown. */
export const pictureOf = (base: Pictures, part: 'logo' | 'cover') => {
  const fileId = base[`${part}_file_id`]
  const crop = base[`${part}_crop`] as Crop | null
  return fileId === null ? undefined : { fileId, ...crop && { crop } }
}

/**
 * What one writes of a base, as its columns; its pictures are checked to be images.
 * @param before the base as it was: a picture that stays keeps its crop.
 */
export const baseColumns = async (context: Context, input: z.output<typeof baseInput>, before?: Pictures) => {
  for (const fileId of [input.logoFileId, input.coverFileId]) if (fileId !== null) await checkImage(context, fileId)
  return {
    title: input.title, excerpt: input.excerpt, description: input.description, department: input.department, email: input.email,
    email_is_public: input.emailIsPublic, website: input.website, is_public: input.isPublic, logo_file_id: input.logoFileId,
    cover_file_id: input.coverFileId,
    ...before?.logo_file_id === input.logoFileId ? {} : { logo_crop: sql<null>`null` },
    ...before?.cover_file_id === input.coverFileId ? {} : { cover_crop: sql<null>`null` },
    facebook: input.facebook, linkedin: input.linkedin, twitter: input.twitter, highlights: input.highlights,
  }
}
