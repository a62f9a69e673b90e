// Weight of the first view of the public list, as a browser with an empty cache receives it. `node bench/weight.ts`
import { openBrowser } from '#design/gallery/browser.ts'
import { figure } from './measure/figure.ts'
import { address, startProduct } from './measure/product.ts'

const kilobytes = (value: number) => `${(value / 1000).toFixed(1)} kB`

const product = await startProduct()
const browser = await openBrowser()
const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
const session = await page.context().newCDPSession(page)
await session.send('Network.enable')
const kinds = new Map<string, string>()
const sizes: Record<string, number> = {}
session.on('Network.responseReceived', ({ requestId, type }) => { kinds.set(requestId, type) })
session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
  const kind = kinds.get(requestId) ?? 'Other'
  sizes[kind] = (sizes[kind] ?? 0) + encodedDataLength
})
await page.goto(`${address}/ressources`, { waitUntil: 'networkidle' })
await browser.close()
await product.stop()

const all = Object.values(sizes).reduce((sum, size) => sum + size, 0)
const fonts = sizes['Font'] ?? 0
const detail = Object.entries(sizes).map(([kind, size]) => `${kind} ${kilobytes(size)}`).join(', ')
figure({ name: 'first view without fonts', value: all - fonts, target: { most: 100_000 }, shown: kilobytes, detail })
figure({ name: 'first view with fonts', value: all, target: { most: 200_000 }, shown: kilobytes })
figure({ name: 'JavaScript of the first view', value: sizes['Script'] ?? 0, target: { most: 30_000 }, shown: kilobytes })
