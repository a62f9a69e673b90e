import { once } from 'node:events'
import { PassThrough, type Writable } from 'node:stream'
import * as ws from 'ws'
import { expect, test } from 'vitest'
import { Written } from './carrier.ts'
import { frameOf } from './frame.ts'

/** The reading half of `ws`, which its types leave out. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable }

test.each([10, 125 - 20, 126, 700, 65_535, 70_000])('a message of %i bytes is one frame, as RFC 6455 says', async (size) => {
  const message = new Written(JSON.stringify('é'.repeat(Math.floor(size / 2))))
  for (const seq of [1, 9, 10, 99, 100, 12_345_678, 9_007_199_254_740_991, 7]) {
    const receiver = new Receiver({ isServer: false })
    const network = new PassThrough()
    network.pipe(receiver)
    const told = once(receiver, 'message') as Promise<[Buffer, boolean]>
    network.end(frameOf(seq, message))
    const [data, isBinary] = await told
    expect([data.toString(), isBinary]).toEqual([`{"seq":${seq},"message":${message.json}}`, false])
  }
})
