import { v7 } from '#kernel/id.ts'
import { holdBasePictures } from '../publishing/attachments.ts'
import { keptOrigin, knownOrigins } from '../exchange/origin.ts'
import { indexBase } from '../indexing.ts'
import { limits } from '../limits.ts'
import type { Context } from '../policy.ts'
import { claimSlug } from '../titles/slugs.ts'
import { type Importing, SOURCE } from './work.ts'
import type { Row } from './shapes.ts'
import { toMarkdown } from './to-markdown.ts'

/** The address that it had there, if it is free here: it stays, or redirects. */
const keepSlug = async ({ db }: Context, id: string, slug: string | null) => {
  if (slug) await db.insertInto('bases.slug').values({ kind: 'base', slug, target_id: id, current: true })
    .onConflict((conflict) => conflict.doNothing()).execute()
}

const write = async (work: Importing, row: Row<'bases'>, author: string | null) => {
  const [logo, cover] = [work.keyOf(row.image_id), work.keyOf(row.cover_image_id)]
  const logoFileId = logo ? await work.bring(logo.upload_key, author) : null
  const coverFileId = cover ? await work.bring(cover.upload_key, author) : null
  return work.inTransaction(row.created, async (context) => {
    const id = v7()
    await keepSlug(context, id, row.slug)
    const slug = await claimSlug(context, 'base', id, row.title)
    const base = await context.db.insertInto('bases.base').values({
      id, slug, title: row.title, excerpt: row.excerpt, description: toMarkdown(row.description), department: row.department,
        email: row.email,
      email_is_public: row.email_is_public, website: row.website, facebook: row.facebook, linkedin: row.linkedin, twitter: row.twitter,
      is_public: row.is_public, logo_file_id: logoFileId, cover_file_id: coverFileId, created_by: author, created_at: context.now,
      updated_at: row.updated ?? context.now,
    }).returningAll().executeTakeFirstOrThrow()
    await holdBasePictures(context, base)
    await indexBase(context, base)
    await keptOrigin(context, { source: SOURCE, kind: 'base', value: row.id, targetId: id })
    if (row.legacy_id !== null) await keptOrigin(context, { source: SOURCE, kind: 'base', value: `number:${row.legacy_id}`, targetId: id })
    return id
  })
}

const importOne = async (work: Importing, row: Row<'bases'>, known: string | undefined) => {
  if (toMarkdown(row.description).length > limits.baseDescription) throw new Error('description: too long')
  if (row.image_id && !work.keyOf(row.image_id)) throw new Error(`images: no ${row.image_id}`)
  work.bases.set(row.id, known ?? (work.dryRun ? row.id : await write(work, row, work.people.get(row.created_by_id ?? '') ?? null)))
  work.count('bases', known ? 'known' : 'new')
}

/** Members who have accepted; the role of somebody who is here already is not touched. */
const importMembers = async (work: Importing): Promise<void> => {
  for (const { line, row: { base_id, member_id, is_admin, accepted, added } } of work.tables.base_members) {
    const [base, person] = [work.bases.get(base_id), work.people.get(member_id)]
    if (!accepted) work.count('base_members', 'skipped')
    else if (!base || !person) work.reject('base_members', line, `${base_id} ${member_id}`,
      new Error(base ? 'no such person' : 'no such base'))
    else {
      const values = { base_id: base, person_id: person, role: is_admin ? 'administrator' : 'contributor', added_at: added ?? accepted }
      const there = await work.context.db.selectFrom('bases.base_member').select('role').where('base_id', '=', base)
        .where('person_id', '=', person).executeTakeFirst()
      if (!there && !work.dryRun) await work.inTransaction(accepted, ({ db }) => db.insertInto('bases.base_member').values(values)
        .execute())
      work.count('base_members', there ? 'known' : 'new')
    }
  }
}

export const importBases = async (work: Importing): Promise<void> => {
  const known = await knownOrigins(work.context, SOURCE, 'base', work.tables.bases.map(({ row }) => row.id))
  for (const { line, row } of work.tables.bases) {
    if (row.deleted) {
      work.count('bases', 'skipped')
      continue
    }
    await importOne(work, row, known.get(row.id)).catch((error: unknown) => work.reject('bases', line, row.id, error))
  }
  await importMembers(work)
  work.log(`${work.bases.size} bases`)
}
