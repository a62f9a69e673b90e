import { palettes, type Palette } from './palette.ts'
import { pick, randomFrom } from './random.ts'
import { box, disc, path, placed, ring, sheet, stroke } from './shapes.ts'

const symbols = {
  bridge: (c: Palette) => stroke('M90 300Q240 110 390 300', c.paper, 26)
    + stroke('M90 300H390M165 300V226M240 300V206M315 300V226', c.paper, 18)
    + stroke('M96 352q24-22 48 0t48 0 48 0 48 0 48 0 48 0', c.second, 16),
  cap: (c: Palette) => path('M160 236V312C200 344 280 344 320 312V236Z', c.second)
    + path('M240 130L410 206 240 282 70 206Z', c.paper)
    + stroke('M240 206L366 232V300', c.second, 12) + disc(366, 312, 16, c.second),
  hands: (c: Palette) => path('M240 372C70 260 120 120 240 204 360 120 410 260 240 372Z', c.paper)
    + stroke('M168 250l52 44 92-94', c.accent, 26),
  wrench: (c: Palette) => ring(240, 240, 96, c.paper, 34) + [0, 45, 90, 135, 180, 225, 270, 315].map((turn) =>
    box(222, 92, 36, 52, c.paper, 8, { transform: `rotate(${turn} 240 240)` })).join('')
      + path('M240 286c-40-20-36-74 0-96 36 22 40 76 0 96z', c.second),
  flask: (c: Palette) => path('M204 110h72v90l84 140q16 40-28 40H148q-44 0-28-40l84-140z', c.paper)
    + path('M170 284h140l36 60q8 22-14 22H148q-22 0-14-22z', c.accent)
    + disc(216, 326, 14, c.paper) + disc(266, 310, 10, c.paper) + box(190, 92, 100, 28, c.second, 14),
} satisfies Record<string, (colours: Palette) => string>

export type LogoName = keyof typeof symbols

export const coloursOf = (name: LogoName): Palette =>
  palettes[(['bridge', 'wrench', 'hands', 'flask', 'cap'] satisfies LogoName[]).indexOf(name)]!

/** A base's mark, 480 × 480. */
export const drawLogo = (name: LogoName, seed: string) => {
  const colours = coloursOf(name)
  const turn = pick(randomFrom(seed), [0, 90, 180, 270])
  return sheet(480, 480, box(0, 0, 480, 480, colours.main)
    + placed(`rotate(${turn} 240 240)`, disc(430, 430, 210, '#fff', { opacity: 0.08 }),
      disc(40, 60, 120, '#000', { opacity: 0.07 }))
    + symbols[name](colours))
}
