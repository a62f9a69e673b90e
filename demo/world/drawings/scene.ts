import type { Palette } from './palette.ts'
import type { Random } from './random.ts'

/** Draws on a 1200 × 675 stage whose ground line is at 560; the backdrop is already there. */
export type Scene = (colours: Palette, random: Random) => string
