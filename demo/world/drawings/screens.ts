import { between, pick } from './random.ts'
import type { Scene } from './scene.ts'
import { box, disc, ellipse, lines, path, placed, ring, shade, stroke, tick } from './shapes.ts'

const monitor = (x: number, y: number, width: number, height: number, ink: string, glass: string) =>
  path(`M${x + width / 2 - 60} ${y + height}h120l20 70h-160z`, ink) + box(x + width / 2 - 110, y + height + 62, 220, 18, ink, 9)
  + box(x - 18, y - 18, width + 36, height + 36, ink, 26) + box(x, y, width, height, glass, 10)

const phone = (x: number, y: number, width: number, height: number, ink: string, glass: string) =>
  box(x, y, width, height, ink, 38) + box(x + 14, y + 18, width - 28, height - 36, glass, 24)
  + box(x + width / 2 - 28, y + 30, 56, 10, ink, 5)

export const keyboard: Scene = (c, random) => {
  const coloured = new Set([between(random, 0, 12), between(random, 13, 25), between(random, 26, 38)])
  const keys = Array.from({ length: 39 }, (_, i) => box(236 + (i % 13) * 44, 388 + Math.floor(i / 13) * 42, 36, 34,
    coloured.has(i) ? pick(random, [c.accent, c.second]) : c.paper, 8)).join('')
  return shade(600, 572, 470) + monitor(330, 90, 360, 210, c.ink, c.paper)
    + box(330, 90, 360, 40, c.main, 10) + disc(352, 110, 7, c.paper) + disc(376, 110, 7, c.paper)
    + lines(360, 156, [180, 240, 140], c.hill, 32, 14) + path('M600 220l0 64 18-16 14 32 16-7-14-32 24-2z', c.accent)
    + box(212, 364, 616, 200, c.ink, 24) + keys + box(368, 514, 260, 34, c.paper, 8)
    + stroke('M930 400C920 320 800 340 790 300', c.ink, 8) + ellipse(930, 474, 66, 96, c.paper)
    + path('M864 468C864 420 890 380 928 378V468Z', c.second) + stroke('M930 380V470M866 470H994', c.ink, 5)
    + box(922, 404, 16, 42, c.ink, 8)
}

export const phoneLock: Scene = (c) => shade(600, 576, 260)
  + placed('rotate(-6 600 340)', phone(460, 80, 270, 486, c.ink, c.sky), disc(595, 220, 62, c.hill), disc(595, 202, 25, c.main),
    path('M550 262c0-46 90-46 90 0z', c.main), lines(514, 318, [162, 162], c.paper, 52, 36),
    ...[0, 1, 2, 3, 4].map((dot) => disc(536 + dot * 24, 336, 6, c.ink)), box(514, 430, 162, 40, c.main, 20))
  + stroke('M722 372V326a58 58 0 0 1 116 0V372', c.ink, 24) + box(684, 366, 192, 160, c.second, 26)
  + path('M684 460h192v40a26 26 0 0 1-26 26h-140a26 26 0 0 1-26-26z', c.accent, { opacity: 0.35 })
  + disc(780, 430, 22, c.ink) + path('M770 436h20l8 50h-36z', c.ink)
  + stroke('M330 250l60-40M310 340h66M330 430l60 34', c.accent, 10)

export const accessibility: Scene = (c) => {
  const eye = (x: number, y: number) => path(`M${x - 56} ${y}q56-62 112 0q-56 62-112 0z`, c.paper) + disc(x, y, 24, c.ink)
    + disc(x + 7, y - 7, 7, c.paper)
  const ear = (x: number, y: number) =>
    stroke(`M${x - 28} ${y - 4}a30 32 0 1 1 58 12c-4 18-24 22-26 42-3 20-28 20-32 2M${x - 8} ${y}a12 13 0 1 1 22 6`, c.paper, 10)
  const hand = (x: number, y: number) => [[-36, -14, 54], [-16, -36, 70], [4, -42, 76], [24, -32, 66]].map(([dx, dy, h]) =>
    box(x + dx!, y + dy!, 15, h!, c.paper, 8)).join('') + path(`M${x - 36} ${y + 14}h75v24q0 32-37 32t-38-32z`, c.paper)
    + path(`M${x + 34} ${y + 30}l18-26q12-6 14 6l-20 44z`, c.paper)
  const body = (x: number, y: number) => disc(x, y - 44, 14, c.paper)
    + stroke(`M${x - 44} ${y - 16}q44 14 88 0M${x} ${y - 12}v30M${x} ${y + 16}l-22 46M${x} ${y + 16}l22 46`, c.paper, 13)
  const tile = (x: number, y: number, colour: string) => box(x, y, 190, 160, colour, 22)
  return shade(600, 590, 260) + monitor(330, 90, 540, 396, c.ink, c.paper)
    + tile(380, 118, c.main) + body(475, 200) + tile(630, 118, c.accent) + eye(725, 198)
    + tile(380, 300, c.second) + ear(472, 368) + tile(630, 300, c.ink) + hand(722, 368)
}

export const robot: Scene = (c, random) => {
  const tilt = between(random, -6, 6)
  const spark = (x: number, y: number, r: number, colour: string) =>
    placed(`translate(${x} ${y}) scale(${r / 100})`, path('M0-100Q16-16 100 0 16 16 0 100-16 16-100 0-16-16 0-100Z', colour))
  return shade(560, 574, 220) + box(480, 412, 160, 156, c.main, 34)
    + stroke('M480 450q-70 20-62 90M640 450q70 10 76-64', c.main, 30)
    + disc(418, 544, 22, c.ink) + disc(716, 384, 22, c.ink) + box(516, 446, 88, 60, c.paper, 12)
    + stroke('M528 480l14-14 14 20 14-24 22 16', c.accent, 6)
    + placed(`rotate(${tilt} 560 300)`, stroke('M560 178V130', c.ink, 12), disc(560, 118, 20, c.accent),
      box(412, 176, 296, 216, c.ink, 60), box(438, 206, 244, 156, c.sky, 40), disc(510, 272, 24, c.main),
      disc(610, 272, 24, c.main),
      disc(518, 264, 8, c.paper), disc(618, 264, 8, c.paper), stroke('M524 322q36 26 72 0', c.main, 10),
      box(386, 250, 30, 70, c.second, 14), box(704, 250, 30, 70, c.second, 14))
    + path('M780 130h200a34 34 0 0 1 34 34v96a34 34 0 0 1-34 34h-120l-54 50 6-50h-32a34 34 0 0 1-34-34v-96a34 34 0 0 1 34-34z',
      c.paper)
    + lines(790, 176, [180, 140, 160], c.ground, 30, 13) + spark(300, 210, 52, c.second) + spark(236, 318, 30, c.accent)
    + spark(340, 122, 22, c.paper)
}

export const code: Scene = (c, random) => {
  const block = (x: number, y: number, width: number, colour: string) =>
    path(`M${x} ${y}h28l10 12h30l10-12h${width - 78}v66h-${width - 78}l-10 12h-30l-10-12h-28z`, colour)
      + disc(x + width - 30, y + 33, 12, '#fff', { opacity: 0.5 })
  const colours = [c.main, c.second, c.accent, c.main, c.second]
  return shade(600, 590, 280) + monitor(310, 90, 580, 390, c.ink, c.paper) + box(310, 90, 200, 390, c.hill, 10)
    + [0, 1, 2, 3].map((row) => box(336, 124 + row * 84, between(random, 90, 148), 52, [c.main, c.second, c.accent, c.ink][row]!,
      14)).join('')
    + colours.slice(0, 4).map((colour, row) =>
      block(550 + (row === 1 || row === 2 ? 40 : 0), 122 + row * 68, between(random, 170, 250), colour)).join('')
    + path('M800 400l56 32-56 32z', c.accent)
}

export const video: Scene = (c, random) => {
  const seen = between(random, 150, 380)
  return shade(600, 590, 270) + monitor(320, 84, 560, 390, c.ink, c.main) + disc(770, 180, 50, '#f6c453')
    + path('M320 380L470 220 560 320 650 240 880 420V474H320Z', c.hill, { opacity: 0.9 })
    + path('M320 420Q520 340 880 440V474H320Z', c.ground)
    + disc(600, 262, 74, c.paper) + path('M578 222l70 40-70 40z', c.accent) + box(350, 438, 500, 12, c.paper, 6)
    + box(350, 438, seen, 12, c.accent, 6)
    + disc(350 + seen, 444, 14, c.paper) + stroke('M960 300q26 36 0 76M996 276q44 62 0 124', c.accent, 11)
    + stroke('M240 300q-26 36 0 76M204 276q-44 62 0 124', c.accent, 11)
}

export const magnifier: Scene = (c, random) => {
  const hidden = between(random, 1, 2)
  return shade(580, 576, 330) + box(250, 100, 640, 460, c.paper, 24)
    + path('M250 160V124a24 24 0 0 1 24-24h592a24 24 0 0 1 24 24v36z', c.ink)
    + [c.accent, c.second, c.main].map((colour, i) => disc(286 + i * 32, 130, 10, colour)).join('')
    + box(400, 114, 440, 32, c.paper, 16)
    + stroke('M420 136v-8a9 9 0 0 1 18 0v8', c.main, 4) + box(416, 130, 26, 14, c.main, 4)
    + box(290, 196, 250, 150, c.hill, 14) + path('M300 336l70-84 50 54 36-30 74 60z', c.main) + disc(480, 232, 18, c.second)
    + lines(580, 204, [260, 230, 260, 170], c.hill, 36, 14) + lines(290, 386, [420, 380, 300], c.hill, 38, 14)
    + box(290, 500, 150, 36, c.main, 18)
    + stroke('M836 506L948 606', c.ink, 40) + ring(752, 420, 108, c.ink, 24, c.sky) + lines(690, 380, [126, 96], c.ground, 44, 18)
    + (hidden === 1 ? tick(712, 468, 60, c.accent) : stroke('M722 448l40 40m0-40l-40 40', c.accent, 14))
    + stroke('M690 350q20-34 56-40', c.paper, 9)
}

export const mailbox: Scene = (c, random) => {
  const letter = (x: number, y: number, turn: number, colour: string) => placed(`rotate(${turn} ${x + 90} ${y + 60})`,
    box(x, y, 180, 122, c.paper, 14), stroke(`M${x + 10} ${y + 14}l80 58 80-58`, colour, 8),
    box(x + 20, y + 92, 60, 10, c.hill, 5))
  return shade(560, 586, 260) + box(540, 400, 44, 190, c.ink, 8)
    + path('M360 250a96 96 0 0 1 96-96h230a96 96 0 0 1 96 96v160H360z', c.main)
    + path('M360 250a96 96 0 0 1 192 0v160H360z', c.ink) + path('M378 252a78 78 0 0 1 156 0v140H378z', c.hill)
    + box(600, 240, 120, 20, c.ink, 10) + box(786, 180, 18, 130, c.accent, 6) + path('M790 180h84v56h-84z', c.accent)
    + letter(372, 268, -8, c.second) + letter(176, 130, between(random, -18, -8), c.accent)
    + letter(850, 330, between(random, 8, 18), c.main)
    + stroke('M330 300q30 30 60 22M300 236q20 40 50 56', c.paper, 6, { 'stroke-dasharray': '2 16' })
}
