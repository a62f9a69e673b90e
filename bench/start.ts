// Start to first page served, when installed, built and seeded. `node bench/start.ts`
import { figure } from './measure/figure.ts'
import { median } from './measure/load.ts'
import { startProduct } from './measure/product.ts'

const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`

await (await startProduct()).stop()   // builds and seeds, if that was never done
const times: number[] = []
for (let round = 0; round < 5; round++) {
  const product = await startProduct()
  times.push(product.milliseconds)
  await product.stop()
}
figure({ name: 'start to first page, median of 5', value: median(times), target: { most: 3000 }, shown: seconds, detail: times.map(seconds).join(', ') })
