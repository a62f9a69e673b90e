import sharp from 'sharp'
import type { SeedWorld } from '#modules/bases/seed.ts'
import { bases, type BaseKey } from './world/bases.ts'
import { collections } from './world/collections.ts'
import { deleted, invitations, joinRequests, siteFeedback, welcomed } from './world/entries.ts'
import { opinions } from './world/opinions.ts'
import { drawCover } from './world/drawings/cover.ts'
import { draw, type SceneName } from './world/drawings/draw.ts'
import { drawLogo } from './world/drawings/logo.ts'
import { fileNamed, type FileName } from './world/files.ts'
import { resources } from './world/resources/all.ts'
import { follows, savedCollections, saves } from './world/saves.ts'

/** Drawings are flat: few colours weigh little and compress fast. */
export const picture = (svg: string) => sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 6, effort: 1 }).toBuffer()

const markOf = (key: string) => bases.find((base) => base.key === key as BaseKey)!.logo

/** The commons of the demonstration, as `seedBases` of the module takes it. */
export const commons: SeedWorld = {
  bases, resources, collections, saves, savedCollections, follows, opinions, invitations, joinRequests, deleted, siteFeedback, welcomed,
  picture: (drawing, key) => picture(draw(drawing as SceneName, key)),
  logo: ({ key }) => picture(drawLogo(markOf(key), key)),
  cover: ({ key }) => picture(drawCover(markOf(key), key)),
  file: (name) => fileNamed(name as FileName),
}
