import { z } from 'zod'
import { contentTypes, highlights } from '../enumerations.ts'
import {
  address, alternative, caption, chosenAudiences, chosenSupportTypes, chosenThemes, contentTitle, department, description, licence,
    limits, markdown, side, title,
} from '../limits.ts'

/** What each type of content cannot be without. */
const NEEDS = { section_title: 'title', text: 'text', image: 'fileId', link: 'url', file: 'fileId',
  linked_resource: 'linkedResourceId' } as const

const fields = {
  id: z.uuid(), type: z.enum(contentTypes), title: contentTitle.nullable().default(null), text: markdown.nullable().default(null),
  url: address.nullable().default(null), caption: caption.nullable().default(null), alt: alternative.nullable().default(null),
  fileId: z.uuid().nullable().default(null), linkedResourceId: z.uuid().nullable().default(null),
}
const crop = z.object({ fileId: z.uuid(), x: side, y: side, width: side, height: side })
const image = z.object({ fileId: z.uuid().nullable(), alt: alternative, crop: crop.optional() })

/** A part of a resource, as `DraftState` has it. */
export const importedContent = z.object({ ...fields, crop: crop.optional() })
  .refine((content) => content[NEEDS[content.type]], { error: 'A content is without what its type needs.' })

/** All that is written of a resource (draft/draft.ts, `DraftState`), checked as the commands check it. */
export const importedState = z.object({
  heading: z.object({ title, description }), image, licence, publicFeedback: z.boolean(),
  indexation: z.object({ themes: chosenThemes, supportTypes: chosenSupportTypes, audiences: chosenAudiences }),
  contents: z.array(importedContent).max(limits.contents)
    .refine((contents) => new Set(contents.map(({ id }) => id)).size === contents.length, { error: 'Two contents have one identifier.' }),
})
export type ImportedState = z.output<typeof importedState>

const instant = z.iso.datetime({ offset: true })
const path = z.string().max(300)

/** `manifest.json` of a package, version 1: the base, and what stands where in the archive. */
export const manifestShape = z.object({
  format: z.literal('sillage-base'), version: z.literal(1), exportedAt: instant, origin: z.string().max(300),
  base: z.object({
    id: z.uuid(), title, excerpt: z.string().max(limits.excerpt), description: z.string().max(limits.baseDescription), department,
    email: z.email().max(254).nullable(), emailIsPublic: z.boolean(), website: address.nullable(), facebook: address.nullable(),
    linkedin: address.nullable(), twitter: address.nullable(), isPublic: z.boolean(), highlights: z.enum(highlights),
    logoFileId: z.uuid().nullable(), coverFileId: z.uuid().nullable(),
  }),
  resources: z.array(z.object({
    id: z.uuid(), slug: z.string().max(200).nullable(), isPublic: z.boolean(), createdAt: instant,
    /** Both null for what was never published. */
    publishedAt: instant.nullable(), lastPublishedAt: instant.nullable(),
    /** What its editors have written; and what readers see, where it differs. */
    draft: path, published: path.nullable(),
  })).max(1000),
  collections: z.array(z.object({
    id: z.uuid(), title, description, isPublic: z.boolean(), resources: z.array(z.uuid()).max(1000),
  })).max(500),
  files: z.array(z.object({
    id: z.uuid(), path, name: z.string().min(1).max(300), mime: z.string().max(200), size: z.int().min(0), sha256: z.string()
      .regex(/^[0-9a-f]{64}$/),
  })).max(5000),
})
export type Manifest = z.output<typeof manifestShape>
