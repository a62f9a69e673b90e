import { anybody, person } from './figure.ts'
import { between, pick } from './random.ts'
import type { Scene } from './scene.ts'
import { box, disc, ellipse, lines, path, placed, ring, shade, stroke } from './shapes.ts'

const pin = (x: number, y: number, size: number, colour: string, hole: string) =>
  placed(`translate(${x} ${y}) scale(${size / 100})`, ellipse(0, 4, 50, 16, '#000', { opacity: 0.16 }),
    path('M0 0C-90-110-75-210 0-210S90-110 0 0Z', colour), disc(0, -135, 27, hole))

export const map: Scene = (c, random) => shade(600, 600, 380)
  + path('M220 190L460 120 740 190 980 120V520L740 590 460 520 220 590Z', c.paper)
  + path('M460 120L740 190V590L460 520Z', '#e9dfc9')
  + path('M220 420Q340 360 460 420T740 440 980 380V440Q860 500 740 500T460 480 220 480Z', c.main, { opacity: 0.75 })
  + path('M260 220l120-34 30 90-100 60-60-30zM800 210l140-40v110l-90 40z', '#8fbf7f', { opacity: 0.8 })
  + stroke('M300 560Q420 330 560 300T900 170', c.second, 9, { 'stroke-dasharray': '4 22' })
  + pin(between(random, 320, 380), 330, 52, c.second, c.paper) + pin(between(random, 570, 630), 400, 78, c.accent, c.paper)
  + pin(between(random, 830, 890), 330, 58, c.ink, c.paper)

export const meeting: Scene = (c, random) => {
  const tops = [c.main, c.second, c.accent, c.paper]
  const seated = [380, 600, 820].map((x, i) => person(x, between(random, 236, 256), 0.86, anybody(random, tops[i]!))).join('')
  return box(420, 60, 360, 130, c.paper, 16) + lines(450, 90, [200, 260, 150], c.hill, 30, 12) + seated
    + path('M170 430h860l70 110H100z', c.paper) + box(100, 538, 1000, 26, c.ground, 8) + box(220, 564, 30, 120, c.ink)
    + box(950, 564, 30, 120, c.ink)
    + path('M520 456h160l12 56H508z', c.ink) + path('M534 462h132l8 40H526z', c.sky) + path('M290 466l110-6 4 50-120 6z', c.hill)
    + path('M790 462l110 8 8 48-116-6z', c.hill)
    + ellipse(740, 500, 26, 9, c.accent) + box(716, 474, 48, 26, c.accent, 6) + ellipse(450, 506, 22, 8, c.second)
    + box(430, 482, 40, 24, c.second, 6)
}

export const family: Scene = (c, random) => shade(600, 590, 420) + box(180, 60, 250, 150, c.paper, 12)
  + path('M196 194l70-80 52 56 34-30 62 54z', c.main) + disc(376, 96, 16, c.second)
  + person(400, 250, 0.9, anybody(random, c.main)) + person(800, 256, 0.9, anybody(random, c.accent))
  + person(600, 320, 0.68, anybody(random, c.second))
  + box(130, 380, 130, 200, c.ink, 44) + box(940, 380, 130, 200, c.ink, 44) + box(180, 440, 840, 140, c.ink, 20)
  + box(240, 424, 720, 70, c.ground, 30)
  + placed('translate(600 446)', box(-104, -66, 208, 136, c.ink, 14), box(-92, -54, 184, 112, c.sky, 8),
    path('M-20-30l52 32-52 32z', c.accent))

export const conversation: Scene = (c, random) => {
  const left = 'M300 80h250a30 30 0 0 1 30 30v84a30 30 0 0 1-30 30h-150l-50 46 4-46h-54a30 30 0 0 1-30-30v-84a30 30 0 0 1 30-30z'
  const right = 'M660 130h240a30 30 0 0 1 30 30v76a30 30 0 0 1-30 30h-54l4 44-50-44h-140a30 30 0 0 1-30-30v-76a30 30 0 0 1 30-30z'
  return shade(600, 600, 420) + path(left, c.paper) + lines(310, 118, [220, 160, 190], c.ground, 30, 13) + path(right, c.main)
    + lines(676, 166, [200, 140], c.paper, 34, 13) + person(330, 392, 0.95, anybody(random, c.second))
    + person(872, 392, 0.95, anybody(random, c.accent))
    + box(150, 584, 900, 24, c.ink, 12) + box(540, 544, 60, 40, c.accent, 8) + stroke('M600 552q24 0 20 16t-20 10', c.accent, 7)
    + box(640, 566, 110, 18, c.paper, 4)
}

export const network: Scene = (c, random) => {
  const nodes: [number, number][] = [[600, 330], [380, 200], [820, 190], [350, 460], [850, 470], [600, 120], [600, 550],
    [220, 330], [990, 330]]
  const links = [[0, 1], [0, 2], [0, 3], [0, 4], [0, 5], [0, 6], [1, 5], [2, 5], [1, 7], [3, 7], [2, 8], [4, 8], [3, 6], [4, 6]]
  return links.map(([a, b]) => stroke(`M${nodes[a!]!.join()}L${nodes[b!]!.join()}`, c.ground, 9)).join('')
    + nodes.slice(1)
      .map(([x, y]) => { const r = between(random, 34, 54)
      return disc(x, y, r, pick(random, [c.main, c.second, c.accent])) + disc(x, y - r * 0.2, r * 0.28, c.paper)
        + path(`M${x - r * 0.5} ${y + r * 0.55}a${r * 0.5} ${r * 0.5} 0 0 1 ${r} 0z`, c.paper) }).join('')
    + disc(600, 330, 100, c.ink) + path('M600 270l64 54h-16v60h-96v-60h-16z', c.paper) + box(584, 346, 32, 38, c.accent, 4)
}

export const townHall: Scene = (c, random) => shade(600, 578, 420) + box(300, 280, 600, 290, c.paper)
  + path('M270 280L600 130 930 280Z', c.main) + disc(600, 222, 34, c.paper)
  + stroke('M600 222V200M600 222l16 8', c.ink, 6) + box(270, 272, 660, 22, c.ink, 4)
  + [0, 1, 2, 3].map((i) => box(340 + i * 150, 320, 44, 220, c.hill, 6) + box(332 + i * 150, 306, 60, 18, c.ground, 4)
    + box(332 + i * 150, 530, 60, 18, c.ground, 4)).join('') + path('M556 570V430a44 44 0 0 1 88 0v140z', c.ink)
    + disc(628, 500, 6, c.second)
  + box(240, 550, 720, 16, c.ground, 4) + box(210, 564, 780, 18, c.hill, 4) + box(594, 40, 8, 96, c.ink)
  + path('M602 46h36v50h-36z', '#3558a2') + path('M638 46h36v50h-36z', '#fff') + path('M674 46h36v50h-36z', '#d8473e')
  + [170, 1030].map((x) => box(x - 9, 470, 18, 110, '#7a5236') + disc(x, 420 + between(random, -14, 14), 68, '#5c9a5a')
    + disc(x + 26, 396, 40, '#6fae6b')).join('')

export const compass: Scene = (c, random) => shade(600, 604, 300)
  + path('M0 675Q300 420 560 520T1200 430V675Z', c.ground, { opacity: 0.7 })
  + ring(600, 320, 222, c.ink, 26, c.paper) + ring(600, 320, 178, c.hill, 8)
  + [0, 90, 180, 270].map((turn) => box(594, 118, 12, 34, c.ink, 5, { transform: `rotate(${turn} 600 320)` })).join('')
  + [45, 135, 225, 315].map((turn) => disc(600, 136, 7, c.ground, { transform: `rotate(${turn} 600 320)` })).join('')
  + placed(`rotate(${between(random, 15, 70)} 600 320)`, path('M600 168L644 320H556Z', c.accent),
    path('M600 472L556 320H644Z', c.main)) + disc(600, 320, 24, c.ink) + disc(600, 320, 9, c.second)

export const museum: Scene = (c, random) => {
  const frame = (x: number, y: number, width: number, height: number, inside: string) =>
    box(x - 18, y - 18, width + 36, height + 36, c.second, 6) + box(x, y, width, height, c.paper) + inside
  return box(0, 560, 1200, 115, c.ground) + frame(230, 130, 260, 190, path('M230 320V250l80-70 70 70 50-40 60 60v50z', c.main)
    + disc(430, 180, 24, c.accent))
    + frame(570, 100, 170, 240, ellipse(655, 220, 54, 74, c.accent) + disc(655, 190, 34, c.hill)
      + path('M570 340q85-120 170 0z', c.ink))
    + frame(820, 140, 200, 180, [0, 1, 2, 3].map((i) =>
      box(836 + (i % 2) * 88, 156 + Math.floor(i / 2) * 76, 80, 70, pick(random, [c.main, c.accent, c.second, c.hill]))).join(''))
    + person(400, 506, 0.78, { ...anybody(random, c.accent), glasses: true }) + person(640, 530, 0.7, anybody(random, c.main))
    + box(860, 470, 120, 130, c.paper, 6) + path('M900 470c-30-60-10-110 20-120 30 10 50 60 20 120z', c.main)
    + ellipse(920, 350, 18, 8, c.ink)
}

export const train: Scene = (c) => path('M0 470Q200 330 420 430T820 400 1200 440V675H0Z', c.ground, { opacity: 0.8 })
  + box(0, 566, 1200, 14, c.ink) + box(0, 592, 1200, 10, c.ink)
  + Array.from({ length: 16 }, (_, i) => box(20 + i * 78, 580, 34, 14, c.ink)).join('')
  + path('M150 300h690c90 0 160 110 190 210q10 40-30 40H150a30 30 0 0 1-30-30V330a30 30 0 0 1 30-30z', c.paper)
  + path('M120 450h884l26 60q10 40-30 40H150a30 30 0 0 1-30-30z', c.main) + path('M850 330c50 4 94 60 116 108H850z', c.ink)
  + [0, 1, 2, 3].map((i) => box(180 + i * 160, 338, 116, 84, c.ink, 16)
    + path(`M${190 + i * 160} 410l40-62h26l-40 62z`, '#fff', { opacity: 0.18 })).join('')
  + box(780, 336, 46, 190, c.second, 10) + disc(990, 490, 14, c.second)
  + [240, 340, 640, 740].map((x) => disc(x, 556, 26, c.ink) + disc(x, 556, 11, c.hill)).join('')
  + stroke('M420 300L470 236H560L510 300', c.ink, 8) + stroke('M0 230H1200', c.ink, 4, { opacity: 0.5 })
  + placed('translate(170 120)', disc(0, 0, 62, c.accent), disc(0, 0, 46, c.paper), stroke('M0-28V0l20 14', c.ink, 9))

export const server: Scene = (c, random) => shade(600, 592, 340)
  + placed('translate(116 84) scale(0.8)',
    path('M330 250a92 92 0 0 1 40-176 130 130 0 0 1 238-20 104 104 0 0 1 176 74 66 66 0 0 1 6 122z', c.paper))
  + stroke('M560 284v36M480 284v36M640 284v36', c.ink, 10, { 'stroke-dasharray': '4 20' })
  + [0, 1, 2].map((row) => box(380, 320 + row * 88, 360, 74, row === 1 ? c.main : c.ink, 16)
    + disc(420, 357 + row * 88, 10, c.accent) + disc(452, 357 + row * 88, 10, c.second)
    + lines(570, 346 + row * 88, [130, between(random, 50, 120)], c.hill, 20, 9)).join('')
  + stroke('M836 452v-34a42 42 0 0 1 84 0v34', c.ink, 17) + box(806, 446, 144, 124, c.second, 22) + disc(878, 496, 16, c.ink)
  + box(871, 500, 14, 38, c.ink, 6)
  + path('M200 560c-20-120 60-190 130-200 10 110-40 190-130 200z', '#5c9a5a')
  + stroke('M196 590C210 500 250 440 300 400', c.ink, 7)

export const river: Scene = (c, random) => disc(920, 140, 66, c.second)
  + path('M0 430Q160 250 380 360T760 320 1200 400V675H0Z', '#79a86b') + path('M0 500Q240 380 520 440T1200 450V675H0Z', '#5c8f58')
  + path('M560 400C700 460 420 520 620 675H980C760 560 780 470 640 400Z', '#4c9ab0')
  + stroke('M640 450q40 20 20 50M660 560q60 20 70 70M720 520q30 20 40 40', c.paper, 7, { opacity: 0.7 })
  + box(386, 280, 18, 250, c.ink, 6) + box(330, 260, 130, 86, c.paper, 12) + lines(350, 280, [70, 50], c.ground, 24, 10)
  + disc(436, 322, 9, c.accent) + path('M340 250l110-30v20l-110 30z', c.ink)
  + stroke('M404 500q90 10 150 50', c.ink, 7) + disc(560, 552, 16, c.accent)
  + stroke('M490 240q26 34 0 70M520 220q44 54 0 110', c.accent, 8)
  + [200, 860, 1010, 110].map((x, i) => box(x - 7, 400 + (i % 2) * 40, 14, 70, '#7a5236')
    + path(`M${x} ${290 + (i % 2) * 40}l48 ${between(random, 118, 130)}h-96z`, '#3f7048')).join('')
