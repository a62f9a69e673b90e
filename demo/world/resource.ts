import type { Audience, Licence, SupportType, Theme } from '#modules/bases/api.ts'
import type { BaseKey } from './bases.ts'
import type { SceneName } from './drawings/draw.ts'
import type { FileName } from './files.ts'
import type { PersonKey } from './people.ts'
import { prose } from './prose.ts'

export type Content =
  | { type: 'section_title', title: string }
  | { type: 'text', title?: string, text: string }
  | { type: 'image', title?: string, drawing: SceneName, alt: string, caption?: string }
  | { type: 'link', title?: string, url: string, caption: string }
  | { type: 'file', title?: string, caption?: string, file: FileName }
  | { type: 'linked_resource', resource: string, caption?: string }

export interface Resource {
  key: string
  base?: BaseKey
  author: PersonKey
  contributors?: PersonKey[]
  title: string
  description: string
  themes: Theme[]
  supportTypes: SupportType[]
  audiences: Audience[]
  licence: Licence
  state: 'published' | 'private' | 'draft'
  /** Days before the seeding: of the publication, or of the last change of what is not published. */
  daysAgo: number
  drawing: SceneName
  contents: Content[]
}

export const section = (title: string): Content => ({ type: 'section_title', title })

export const text = (source: string, title?: string): Content => ({ type: 'text', ...title && { title }, text: prose(source) })

export const image = (drawing: SceneName, alt: string, caption?: string): Content =>
  ({ type: 'image', drawing, alt, ...caption && { caption } })

export const link = (title: string, url: string, caption: string): Content => ({ type: 'link', title, url, caption })

export const file = (title: string, name: FileName, caption: string): Content => ({ type: 'file', title, caption, file: name })

export const see = (resource: string, caption: string): Content => ({ type: 'linked_resource', resource, caption })
