import { anybody, figure, type Look } from './figure.ts'
import { pick, randomFrom } from './random.ts'
import { box, disc, placed, sheet } from './shapes.ts'

export type { Look } from './figure.ts'

const backgrounds = ['#cfe3ea', '#dbe7c9', '#f6dcc8', '#e2d8ef', '#f7e7b6', '#d5dcea', '#f3d3d3']
const tops = ['#2f7f93', '#4b8b57', '#c9603f', '#6d52a3', '#34609a', '#b8475a']

/** A square avatar, 480 × 480; without a look, the seed invents one. */
export const drawPortrait = (seed: string, look?: Look) => {
  const random = randomFrom(`portrait ${seed}`)
  const background = pick(random, backgrounds)
  return sheet(480, 480, box(0, 0, 480, 480, background)
    + disc(240, 250, 205, '#fff', { opacity: 0.35 })
    + placed('translate(240 222) scale(1.28)', figure(look ?? anybody(random, pick(random, tops)))))
}
