import { between, pick, type Random } from './random.ts'
import { box, disc, ellipse, path, placed, ring, stroke } from './shapes.ts'

export type Hair = 'short' | 'receding' | 'bald' | 'long' | 'bob' | 'bun' | 'curly' | 'afro' | 'braids'

export interface Look {
  /** From 0, the lightest, to 5. */
  skin: number
  hair: Hair
  hairColor: string
  top: string
  glasses?: boolean
  beard?: boolean
  flower?: boolean
}

const skins = ['#f6d3bd', '#ecbf9d', '#d9a47c', '#bd8258', '#8f5c3c', '#6d4530']
const skinShades = ['#e6b79b', '#d7a27d', '#c18a62', '#a26a44', '#77492e', '#563424']

const cap = 'M-63-4C-74-96 74-96 63-4 54-36 30-50 4-46-26-42-52-40-63-4Z'
const fringe = 'M-64 2C-74-66-44-88 0-88S74-66 64 2C58-28 38-48 12-58-8-40-46-34-64 2Z'

const behind: Partial<Record<Hair, (colour: string) => string>> = {
  long: (c) => path('M-76-8C-84-112 84-112 76-8L86 108C50 132-50 132-86 108Z', c),
  bob: (c) => path('M-78-6C-86-108 86-108 78-6L80 44C74 66 40 62 34 50L-34 50C-40 62-74 66-80 44Z', c),
  bun: (c) => disc(0, -96, 33, c),
  curly: (c) => [[-66, -30, 34], [-74, 16, 32], [-66, 58, 28], [66, -30, 34], [74, 16, 32], [66, 58, 28], [-34, -72, 36],
    [34, -72, 36],
    [0, -84, 36]].map(([x, y, r]) => disc(x!, y!, r!, c)).join(''),
  afro: (c) => ellipse(0, -26, 100, 92, c),
  braids: (c) => [-1, 1].map((side) => [0, 1, 2, 3, 4].map((row) =>
    ellipse(side * (66 + row * 2), 18 + row * 27, 17 - row, 18, c))
    .join('')).join(''),
}

const before: Record<Hair, (colour: string) => string> = {
  short: (c) => path(cap, c),
  receding: (c) => path('M-64 4C-74-54-56-84 0-84S74-54 64 4C60-14 54-34 40-44 20-54-20-54-40-44-54-34-60-14-64 4Z', c),
  bald: (c) => path('M-64 12C-72-16-66-34-58-42-56-26-56-8-58 14ZM64 12C72-16 66-34 58-42 56-26 56-8 58 14Z', c),
  long: (c) => path(fringe, c),
  bob: (c) => path('M-66 6C-76-66-44-90 0-90S76-66 66 6C64-22 60-34 54-40-10-28-40-34-54-40-60-34-64-22-66 6Z', c),
  bun: (c) => path(cap, c),
  curly: (c) => [[-46, -50, 24], [-18, -64, 24], [14, -64, 24], [44, -50, 24]].map(([x, y, r]) => disc(x!, y!, r!, c)).join(''),
  afro: (c) => path('M-63-6C-76-100 76-100 63-6 54-38 30-50 0-50S-54-38-63-6Z', c),
  braids: (c) => path('M-64 4C-74-66-44-88 0-88S74-66 64 4C56-34 30-54 0-60-30-54-56-34-64 4Z', c),
}

/** A bust whose head is centred on 0,0; about 260 wide, from -120 to 210. */
export const figure = (look: Look) => {
  const skin = skins[look.skin]!
  const shadow = skinShades[look.skin]!
  const feature = look.skin > 3 ? '#23120c' : '#3b2620'
  return [
    behind[look.hair]?.(look.hairColor) ?? '',
    path('M-128 212C-130 132-84 110-30 102L30 102C84 110 130 132 128 212Z', look.top),
    path('M-30 60H30V100C20 122-20 122-30 100Z', shadow),
    disc(-61, 6, 13, shadow), disc(61, 6, 13, shadow),
    ellipse(0, 2, 61, 70, skin),
    look.beard ? path('M-60 12C-60 92 60 92 60 12 52 34 34 34 18 30-6 26-18 30-36 34-50 34-56 26-60 12Z', look.hairColor) : '',
    before[look.hair](look.hairColor),
    disc(-23, 2, 5.5, feature), disc(23, 2, 5.5, feature),
    stroke('M-32-15q9-6 18-1M14-16q9-5 18 1', look.hair === 'bald' ? '#b9b2a6' : look.hairColor, 4),
    stroke('M0 6q5 10-2 13', shadow, 4),
    look.beard ? stroke('M-15 40q15 11 30 0', '#fff', 5) : stroke('M-16 36q16 14 32 0', '#a8433c', 5),
    look.glasses ? ring(-23, 3, 18, '#2d2d35', 4) + ring(23, 3, 18, '#2d2d35', 4)
      + stroke('M-5 1q5-4 10 0M-41 0l-18-4M41 0l18-4', '#2d2d35', 4) : '',
    look.flower ? placed('translate(56 -34)', ...[0, 72, 144, 216, 288].map((turn) =>
      ellipse(0, -13, 9, 13, '#fff4f0', { transform: `rotate(${turn})` })), disc(0, 0, 7, '#f2b134')) : '',
  ].join('')
}

/** Anybody: the people who fill the scenes. */
export const anybody = (random: Random, top: string): Look => {
  const hair = pick<Hair>(random, ['short', 'long', 'bob', 'bun', 'curly', 'afro', 'braids', 'receding'])
  const skin = hair === 'afro' ? between(random, 3, 5) : between(random, 0, 5)
  const hairColor = skin > 2 ? pick(random, ['#1c1412', '#2b1d1a']) : pick(random,
    ['#2b1d1a', '#5a3825', '#b0532a', '#caa15c', '#9a9a9c'])
  return { skin, hair, hairColor, top, glasses: random() < 0.3,
    beard: (hair === 'short' || hair === 'receding') && random() < 0.4 }
}

/** Seen full size at 1; `x` is the middle of the face, `y` its height. */
export const person = (x: number, y: number, scale: number, look: Look) =>
  placed(`translate(${x} ${y}) scale(${scale})`, figure(look))

export const desk = (y: number, colour: string, edge: string) => box(150, y, 900, 22, colour, 11)
  + box(220, y + 22, 26, 675 - y, edge)
  + box(954, y + 22, 26, 675 - y, edge)
