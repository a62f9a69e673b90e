import { createRequire } from 'node:module'
import { join } from 'node:path'
import { dsfrRoot } from './pieces.ts'

const atkinson = (weight: number) => createRequire(import.meta.url)
  .resolve(`@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight}-normal.woff2`)

/** Two weights a theme, latin only: the first view loads no more. A stylesheet names them `font:<key>`. */
export const fonts = {
  neutral: { 'atkinson-400': () => atkinson(400), 'atkinson-700': () => atkinson(700) },
  state: {
    'marianne-400': () => join(dsfrRoot, 'fonts/Marianne-Regular.woff2'),
    'marianne-700': () => join(dsfrRoot, 'fonts/Marianne-Bold.woff2'),
  },
} satisfies Record<string, Record<string, () => string>>
