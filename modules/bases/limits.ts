import { z } from 'zod'
import { audiences, highlights, licences, memberRoles, supportTypes, themes } from './enumerations.ts'

/** Lengths count UTF-16 units, as HTML does; the tables hold the same limits. Pages get them from the commands' schemas. */
export const limits = {
  title: 100, description: 560, contentTitle: 50, caption: 280, alternative: 280, text: 20_000, address: 2000,
  themes: 5, supportTypes: 4, audiences: 5,
  excerpt: 280, baseDescription: 10_000,
  contents: 100, opinion: 1000,
} as const

const unique = <T>(values: T[]) => [...new Set(values)]

/** Without what PostgreSQL cannot hold: null characters, halves of pairs. */
const text = () => z.string().overwrite((given) => given.toWellFormed().replaceAll('\0', ''))

export const title = text().trim().min(1).max(limits.title)
export const description = text().trim().max(limits.description)
export const contentTitle = text().trim().max(limits.contentTitle)
export const caption = text().trim().max(limits.caption)
export const alternative = text().trim().max(limits.alternative)
export const opinionText = text().trim().max(limits.opinion).default('')
export const answerText = text().trim().min(1).max(limits.opinion)
export const markdown = text().max(limits.text)
/** Web addresses only: `javascript:` and the like never reach a page. */
export const address = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(limits.address)

export const theme = z.enum(themes)
export const supportType = z.enum(supportTypes)
export const audience = z.enum(audiences)
export const licence = z.enum(licences)
export const memberRole = z.enum(memberRoles)
export const chosenThemes = z.array(theme).max(limits.themes).transform(unique)
export const chosenSupportTypes = z.array(supportType).max(limits.supportTypes).transform(unique)
export const chosenAudiences = z.array(audience).max(limits.audiences).transform(unique)

/** A length or a place in a picture, in pixels: no picture is kept wider nor higher than 2560. */
export const side = z.int().min(0).max(2560)

/** Version of a part of a draft: the number of the event that wrote it last. */
export const version = z.int().min(0)
export const slug = text().min(1).max(200)

/** A page of a list; 16 as the reference has it, 30 at most. */
export const page = z.int().min(1).max(10_000).default(1)
export const perPage = z.int().min(1).max(30).default(16)

/** Number of a department. */
export const departmentNumber = z.string().trim().toUpperCase().regex(/^(\d{2}|2[AB]|9[78]\d)$/)
export const department = departmentNumber.nullable().default(null)

const baseWords = {
  title,
  excerpt: text().trim().max(limits.excerpt).default(''),
  description: text().trim().max(limits.baseDescription).default(''),
  /** Number of the department: two digits, 2A, 2B, or three overseas. */
  department,
  email: z.email().max(254).nullable().default(null),
  emailIsPublic: z.boolean().default(false),
  website: address.nullable().default(null),
  logoFileId: z.uuid().nullable().default(null),
  coverFileId: z.uuid().nullable().default(null),
  facebook: address.nullable().default(null),
  linkedin: address.nullable().default(null),
  twitter: address.nullable().default(null),
  /** Which of its resources stand first on its page. */
  highlights: z.enum(highlights).default('latest_published'),
}
/** What one writes of a base. */
export const baseInput = z.object({ ...baseWords, isPublic: z.boolean().default(true) })

/** In milliseconds. */
export const DAY = 86_400_000
export const later = (from: string, milliseconds: number): string => new Date(Date.parse(from) + milliseconds).toISOString()
