// A server of streams in a process of its own, for the test that kills it. Says `{ port }` to its parent once it listens.
import { serve } from './serve.ts'

const { port } = await serve(process.argv[2]!, { redis: process.argv[3] })
process.send!({ port })
process.on('disconnect', () => process.exit())
