import type { z } from 'zod'
import { checkImage } from './draft/contents.ts'
import type { baseInput } from './limits.ts'
import type { Context } from './policy.ts'

/** What one writes of a base, as its columns; its pictures are checked to be images. */
export const baseColumns = async (context: Context, input: z.output<typeof baseInput>) => {
  for (const fileId of [input.logoFileId, input.coverFileId]) if (fileId !== null) await checkImage(context, fileId)
  return {
    title: input.title, excerpt: input.excerpt, description: input.description, department: input.department, email: input.email,
    email_is_public: input.emailIsPublic, website: input.website, is_public: input.isPublic, logo_file_id: input.logoFileId,
    cover_file_id: input.coverFileId, facebook: input.facebook, linkedin: input.linkedin, twitter: input.twitter, highlights: input.highlights,
  }
}
