import { between, pick } from './random.ts'
import type { Scene } from './scene.ts'
import { box, disc, ellipse, lines, path, placed, ring, shade, stroke, tick } from './shapes.ts'

export const phishing: Scene = (c, random) => {
  const bob = between(random, -10, 10)
  return path('M0 470q60-34 120 0t120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0V675H0Z', '#4c9ab0')
    + path('M0 540q60-26 120 0t120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0V675H0Z', c.ink, { opacity: 0.35 })
    + placed(`translate(0 ${bob})`, stroke('M660-20V236', c.ink, 5),
      box(440, 226, 380, 240, c.paper, 22), path('M440 250L630 384 820 250V248a22 22 0 0 0-22-22H462a22 22 0 0 0-22 22Z',
        '#ece2cd'),
      stroke('M448 240L630 374 812 240', c.ink, 8), stroke('M450 456L570 344M810 456L690 344', c.hill, 7),
      stroke('M660 230V440a66 66 0 0 1-132 0V404', c.ink, 16), path('M512 420l16-54 30 42z', c.ink), ring(660, 222, 18, c.ink, 9),
      disc(806, 240, 46, c.accent), box(798, 210, 16, 38, c.paper, 8), disc(806, 264, 9, c.paper))
    + placed('translate(230 560)', ellipse(0, 0, 66, 34, c.second), path('M54 0l52-34v68z', c.second), disc(-32, -8, 7, c.ink))
    + placed('translate(960 600) scale(-0.7 0.7)', ellipse(0, 0, 66, 34, c.accent), path('M54 0l52-34v68z', c.accent),
      disc(-32, -8, 7, c.ink))
}

export const treeChip: Scene = (c, random) => {
  const pins = [0, 1, 2, 3, 4].map((i) => stroke(`M${500 + i * 44} 470V430M${500 + i * 44} 600V640`, c.ink, 12)).join('')
    + [0, 1, 2].map((i) => stroke(`M470 ${486 + i * 44}H430M706 ${486 + i * 44}H746`, c.ink, 12)).join('')
  const leaves = [[588, 150, 104], [494, 218, 84], [682, 218, 84], [548, 264, 72], [632, 264, 72]]
  return shade(588, 644, 250) + pins + box(468, 462, 240, 150, c.ink, 20) + box(498, 488, 180, 98, c.main, 12)
    + path('M570 500C578 420 574 360 570 290h36C600 360 602 420 610 500Z', '#7a5236')
    + stroke('M588 380q40-20 52-66M584 350q-34-16-46-52', '#7a5236', 12)
    + leaves.map(([x, y, r], i) => disc(x!, y!, r!, i % 2 ? '#5c9a5a' : '#47834d')).join('')
    + Array.from({ length: 7 }, () => disc(between(random, 440, 736), between(random, 90, 300), between(random, 7, 13),
      pick(random, [c.second, c.accent, '#a9d18e']))).join('')
    + stroke('M430 530H300V430M746 486H860V380M746 574H920', c.ground, 10) + disc(300, 416, 18, c.second)
    + disc(860, 366, 18, c.accent) + disc(934, 574, 18, c.second)
}

export const checklist: Scene = (c, random) => {
  const done = between(random, 2, 4)
  return shade(590, 592, 260) + placed('rotate(-3 590 340)', box(390, 90, 400, 496, c.ink, 28),
    box(416, 122, 348, 438, c.paper, 12),
    box(500, 64, 180, 62, c.second, 20), disc(590, 84, 12, c.ink),
    ...[0, 1, 2, 3].map((row) => box(446, 168 + row * 94, 58, 58, row < done ? c.main : c.hill, 14)
      + (row < done ? tick(458, 196 + row * 94, 36, c.paper) : '')
      + lines(530, 178 + row * 94, [between(random, 140, 200), between(random, 70, 130)], c.ground, 26, 12)))
    + placed('rotate(28 890 380)', box(866, 190, 48, 300, c.accent, 6), box(866, 190, 48, 46, c.ink, 10),
      path('M866 490h48l-24 60z', c.paper), path('M882 532h16l-8 18z', c.ink))
}

export const cards: Scene = (c, random) => {
  const symbols = [
    (x: number, y: number) => path(`M${x} ${y - 50}l16 34 36 5-27 26 7 37-32-19-32 19 7-37-27-26 36-5z`, c.second),
    (x: number, y: number) =>
      path(`M${x} ${y + 46}c-90-60-34-116 0-72 34-44 90 12 0 72z`, c.accent),
    (x: number, y: number) => ring(x, y, 36, c.main, 18),
    (x: number, y: number) => path(`M${x - 44} ${y + 36}L${x} ${y - 46}L${x + 44} ${y + 36}Z`, c.main),
    (x: number, y: number) => path(`M${x - 40} ${y}a40 40 0 1 1 80 0v10h-80zM${x - 24} ${y + 20}h48v26h-48z`, c.second),
  ]
  const first = between(random, 0, 4)
  const card = (x: number, y: number, turn: number, face: number) =>
    placed(`rotate(${turn} ${x} ${y + 240})`, box(x - 100, y - 140, 200, 280, '#000', 24, { opacity: 0.12 }),
    box(x - 104, y - 148, 200, 280, c.paper, 24),
    box(x - 88, y - 132, 168, 248, 'none', 16, { stroke: c.hill, 'stroke-width': 6 }), symbols[(first + face) % 5]!(x - 4, y - 8))
  return shade(600, 590, 300) + card(440, 330, -22, 0) + card(540, 316, -7, 1) + card(650, 316, 8, 2) + card(760, 330, 22, 3)
    + placed(`rotate(${between(random, 5, 25)} 240 520)`, box(190, 470, 100, 100, c.accent, 22),
      ...[[216, 496], [264, 496], [240, 520], [216, 544], [264, 544]].map(([x, y]) => disc(x!, y!, 9, c.paper)))
    + disc(980, 540, 34, c.second) + path('M950 590q0-70 30-70t30 70z', c.second)
}

export const toolbox: Scene = (c) => shade(600, 592, 330)
  + placed('rotate(-14 470 260)', box(452, 96, 36, 190, c.second, 16), box(462, 270, 16, 90, c.ink, 4))
  + placed('rotate(12 720 250)', box(700, 160, 34, 220, c.ink, 14),
    path('M664 80a54 54 0 0 1 42-10v50l12 14 12-14V70a54 54 0 0 1 0 104l-26 4a54 54 0 0 1-40-98z', c.ground))
  + box(556, 120, 62, 220, c.paper, 10) + lines(566, 150, [18, 30, 18, 30, 18], c.ink, 30, 6)
  + stroke('M430 340V300a30 30 0 0 1 30-30h280a30 30 0 0 1 30 30v40', c.ink, 22)
  + box(310, 336, 580, 244, c.main, 26) + box(310, 336, 580, 74, c.ink, 26) + box(310, 386, 580, 26, c.ink)
  + box(556, 384, 88, 64, c.second, 12)
  + disc(600, 414, 11, c.ink) + box(360, 470, 130, 70, '#fff', 12, { opacity: 0.25 })
  + box(710, 470, 130, 70, '#fff', 12, { opacity: 0.25 })

export const repair: Scene = (c, random) => {
  const screws = Array.from({ length: 5 }, () => disc(between(random, 190, 330), between(random, 526, 540), 8, c.ink)).join('')
  return box(100, 548, 1000, 26, c.ink, 13) + box(180, 574, 40, 110, c.ink) + box(980, 574, 40, 110, c.ink)
    + path('M440 160h380a22 22 0 0 1 22 22v236H418V182a22 22 0 0 1 22-22z', c.ink) + box(444, 184, 372, 216, c.sky, 8)
    + path('M380 418h500l46 112a16 16 0 0 1-16 18H350a16 16 0 0 1-16-18z', c.main)
    + path('M420 440h420l20 50H400z', c.ink, { opacity: 0.55 }) + box(560, 500, 140, 34, c.ink, 8, { opacity: 0.4 })
    + stroke('M590 236a60 60 0 1 0 78 24', c.accent, 20) + path('M576 200l66 24-46 50z', c.accent) + screws
    + placed('rotate(34 960 380)', box(940, 240, 42, 150, c.second, 18), box(953, 386, 16, 130, c.ground, 4))
    + disc(270, 300, 74, c.paper) + [0, 45, 90, 135, 180, 225, 270, 315].map((turn) =>
      box(256, 206, 28, 36, c.paper, 6, { transform: `rotate(${turn} 270 300)` })).join('') + disc(270, 300, 30, c.second)
}

export const bookCap: Scene = (c, random) => {
  const turn = between(random, -8, 8)
  return shade(600, 590, 320) + path('M600 330C520 280 400 270 290 290V560C400 540 520 552 600 590Z', c.paper)
    + path('M600 330C680 280 800 270 910 290V560C800 540 680 552 600 590Z', c.paper)
    + path('M600 330C680 280 800 270 910 290V560C800 540 680 552 600 590Z', c.hill, { opacity: 0.45 })
    + stroke('M290 570C400 548 520 560 600 600 680 560 800 548 910 570', c.accent, 16)
    + [0, 1, 2, 3].map((row) => stroke(`M336 ${350 + row * 48}q110-14 216 24M648 ${374 + row * 48}q106-38 216-24`, c.ground,
      9)).join('')
    + placed(`rotate(${turn} 600 200)`, path('M470 210V290C530 336 670 336 730 290V210Z', c.main),
      path('M600 90L850 190 600 290 350 190Z', c.ink),
      stroke('M600 190L790 226V320', c.second, 9), disc(790, 332, 20, c.second), path('M780 340h20l10 56h-40z', c.second),
        disc(600, 190, 12, c.second))
}

export const budget: Scene = (c, random) => {
  const bars = [0, 1, 2, 3].map((i) => { const height = between(random, 80, 250)
    return box(640 + i * 84, 560 - height, 56, height, [c.main, c.second, c.accent, c.main][i]!, 12) }).join('')
  const coin = (x: number, y: number) => ellipse(x, y + 10, 64, 20, c.ink, { opacity: 0.35 }) + ellipse(x, y, 64, 20, c.second)
    + ellipse(x, y, 44, 12, '#fff', { opacity: 0.35 })
  return shade(600, 576, 420) + box(610, 556, 380, 12, c.ink, 6) + bars + stroke('M650 300L740 240 830 270 960 150', c.ink, 9)
    + path('M936 140l44-8-16 42z', c.ink)
    + [0, 1, 2, 3].map((i) => coin(250, 548 - i * 26)).join('') + [0, 1].map((i) => coin(566, 548 - i * 26)).join('')
    + box(320, 300, 200, 250, c.ink, 24) + box(344, 324, 152, 54, c.sky, 10) + Array.from({ length: 9 }, (_, i) =>
      box(344 + (i % 3) * 56, 400 + Math.floor(i / 3) * 48, 40, 34, i === 8 ? c.accent : c.paper, 8)).join('')
        + lines(420, 344, [60], c.main, 10, 14)
}

export const health: Scene = (c) => shade(600, 586, 320)
  + placed('rotate(-5 520 340)', box(340, 110, 360, 470, c.ink, 36), box(364, 140, 312, 410, c.paper, 14),
  box(480, 180, 80, 210, c.accent, 18), box(415, 245, 210, 80, c.accent, 18),
  stroke('M390 470h60l22-46 36 84 30-62 18 24h94', c.main, 11))
  + stroke('M830 150v120a76 76 0 0 0 152 0V150', c.ink, 17) + disc(830, 146, 16, c.ink) + disc(982, 146, 16, c.ink)
  + stroke('M906 346v70a70 70 0 0 1-140 0', c.ink, 17)
  + disc(766, 400, 40, c.second) + disc(766, 400, 19, c.paper)
  + placed('rotate(30 900 540)', box(830, 512, 70, 54, c.main, 27), box(876, 512, 70, 54, c.second, 27),
    box(866, 512, 26, 54, c.main))
