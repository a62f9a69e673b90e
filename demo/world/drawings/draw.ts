import * as objects from './objects.ts'
import { palettes } from './palette.ts'
import * as places from './places.ts'
import { between, pick, randomFrom } from './random.ts'
import type { Scene } from './scene.ts'
import * as screens from './screens.ts'
import { box, disc, ellipse, path, ring, sheet, stroke } from './shapes.ts'

const scenes = { ...screens, ...objects, ...places } satisfies Record<string, Scene>

export type SceneName = keyof typeof scenes

export const sceneNames = Object.keys(scenes) as SceneName[]

/** Out of doors, these paint their own ground. */
const landscapes = new Set<SceneName>(['phishing', 'train', 'museum', 'river', 'compass'])

/** One picture, 1200 × 675: the scene named, in the colours and with the details that the seed gives. */
export const draw = (name: SceneName, seed: string) => {
  const random = randomFrom(`${name} ${seed}`)
  const colours = pick(random, palettes)
  const blob = between(random, -90, 90)
  const ornaments = Array.from({ length: 7 }, () => {
    const side = random() < 0.5 ? between(random, 40, 210) : between(random, 990, 1160)
    const [y, r] = [between(random, 50, 430), between(random, 7, 16)]
    return pick(random, [disc(side, y, r, colours.hill), ring(side, y, r + 4, colours.hill, 7),
      stroke(`M${side - r} ${y}h${2 * r}M${side} ${y - r}v${2 * r}`, colours.hill, 8)])
  }).join('')
  const ground = landscapes.has(name) ? '' : path('M0 560Q300 530 600 560T1200 556V675H0Z', colours.ground,
    { opacity: 0.75 })
  return sheet(1200, 675, box(0, 0, 1200, 675, colours.sky)
    + ellipse(600 + blob, 330, 470 + between(random, -50, 40), 290, colours.hill) + ornaments + ground
    + scenes[name](colours, random))
}
