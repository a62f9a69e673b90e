const draws = (tag: string) => (fill: string, attributes: Record<string, number | string>) =>
  `<${tag} fill="${fill}" ${Object.entries(attributes).map(([name, value]) => `${name}="${value}"`).join(' ')}/>`

const rectangle = draws('rect')
const oval = draws('ellipse')
const shape = draws('path')

export const box = (x: number, y: number, width: number, height: number, fill: string, rx = 0, extra = {}) =>
  rectangle(fill, { x, y, width, height, rx, ...extra })

export const disc = (cx: number, cy: number, r: number, fill: string, extra = {}) =>
  oval(fill, { cx, cy, rx: r, ry: r, ...extra })

export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, extra = {}) =>
  oval(fill, { cx, cy, rx, ry, ...extra })

export const path = (d: string, fill: string, extra = {}) => shape(fill, { d, ...extra })

export const stroke = (d: string, colour: string, width: number, extra = {}) =>
  shape('none', { d, stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...extra })

export const ring = (cx: number, cy: number, r: number, colour: string, width: number, fill = 'none') =>
  oval(fill, { cx, cy, rx: r, ry: r, stroke: colour, 'stroke-width': width })

export const placed = (transform: string, ...inside: string[]) => `<g transform="${transform}">${inside.join('')}</g>`

/** What lies on the ground throws this. */
export const shade = (cx: number, cy: number, rx: number) => ellipse(cx, cy, rx, 16, '#000', { opacity: 0.1 })

/** Grey bars where a page would have words. */
export const lines = (x: number, y: number, widths: number[], fill: string, step = 28, height = 12) =>
  widths.map((width, row) => box(x, y + row * step, width, height, fill, height / 2)).join('')

export const tick = (x: number, y: number, size: number, colour: string) =>
  stroke(`M${x} ${y}l${size * 0.35} ${size * 0.4} ${size * 0.65} ${-size * 0.8}`, colour, size * 0.22)

export const sheet = (wide: number, high: number, ...inside: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">`
  + `${inside.join('')}</svg>`
