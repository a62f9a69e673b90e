import { coloursOf, type LogoName } from './logo.ts'
import { between, pick, randomFrom, type Random } from './random.ts'
import { box, disc, path, sheet, stroke } from './shapes.ts'

const ridge = (random: Random, y: number, swing: number) => {
  const tops = Array.from({ length: 5 }, (_, i) => `${200 + i * 400} ${y + between(random, -swing, swing)}`)
  return `M-200 ${y}Q0 ${y - swing} ${tops[0]}T${tops[1]}T${tops[2]}T${tops[3]}T${tops[4]}V500H-200Z`
}

const house = (x: number, y: number, wall: string, roof: string) => box(x, y - 40, 54, 42, wall)
  + path(`M${x - 8} ${y - 40}l35-32 35 32z`, roof) + box(x + 20, y - 24, 14, 26, roof)

/** The valley as a wide banner, 1600 × 480, in the colours of the base's mark. */
export const drawCover = (name: LogoName, seed: string) => {
  const random = randomFrom(`cover ${seed}`)
  const c = coloursOf(name)
  const sun = between(random, 250, 1350)
  const start = between(random, 300, 1000)
  const trees = Array.from({ length: 16 }, () => { const [x, y] = [between(random, 20, 1580), between(random, 372, 440)]
    return box(x - 4, y, 8, 22, '#7a5236') + path(`M${x} ${y - 62}l24 66h-48z`,
      pick(random, ['#3f7048', '#4f8456', '#5c9a5a'])) }).join('')
  const village = Array.from({ length: 5 }, (_, i) =>
    house(start + i * 66, 352 + between(random, -8, 8), c.paper, pick(random, [c.accent, c.main]))).join('')
  const tower = box(start + 150, 246, 36, 100, c.paper) + path(`M${start + 144} 248l24-62 24 62z`, c.ink)
    + disc(start + 168, 276, 9, c.ink)
  return sheet(1600, 480, box(0, 0, 1600, 480, c.sky)
    + disc(sun, 120, 60, '#f6b93b') + disc(sun, 120, 92, '#f6b93b', { opacity: 0.25 }) + path(ridge(random, 220, 70), c.hill)
    + path(ridge(random, 280, 46), c.ground)
    + tower + village + path(ridge(random, 372, 20), '#7fae72') + path('M0 456Q400 396 800 444T1600 420V480H0Z', '#4c9ab0')
    + stroke(`M${between(random, 100, 500)} 456h90M${between(random, 700, 900)} 464h120M${between(random, 1100, 1400)} 452h80`,
      c.paper, 5, { opacity: 0.6 }) + trees)
}
