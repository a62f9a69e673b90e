// A process of its own that knows only what the platform publishes: it reads it from its argument, and says what it thinks of the token.
import { verifyToken } from '../verify-token.ts'

const { token, ...trust } = JSON.parse(process.argv[2]!) as Parameters<typeof verifyToken>[1] & { token: string }
const said = await verifyToken(token, trust).then((accepted) => ({ accepted }), (error: Error) => ({ refused: error.message }))
process.stdout.write(JSON.stringify(said))
