/** What the parent asks of a server under measure: its memory, swept, in bytes; or to act. */
export const answering = (act: Readonly<Record<string, (given: never) => unknown>>) => {
  const answer = async ({ ask, given }: { ask: string; given: never }) => {
    if (ask === 'memory') {
      for (let sweep = 0; sweep < 4; sweep++) {
        // As when memory runs short: what a sweep leaves between what lives on is given back too.
        globalThis.gc!({ type: 'major', execution: 'sync', flavor: 'last-resort' })
        await new Promise((done) => { setTimeout(done, 250) })
      }
      process.send!({ answer: process.memoryUsage().rss })
      return
    }
    await act[ask]!(given)
    process.send!({ answer: true })
  }
  process.on('message', (asked: { ask: string; given: never }) => void answer(asked))
  process.on('SIGTERM', () => process.exit())
}
