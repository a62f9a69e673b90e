/**
 * What the parent asks of a server under measure: its memory, swept, in bytes; the processor time that it has used, all threads, user and
 * system, in milliseconds (getrusage: finer than the hundredths of /proc); or to act.
 */
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
    if (ask === 'processor') {
      const { user, system } = process.cpuUsage()
      process.send!({ answer: (user + system) / 1000 })
      return
    }
    await act[ask]!(given)
    process.send!({ answer: true })
  }
  process.on('message', (asked: { ask: string; given: never }) => void answer(asked))
  process.on('SIGTERM', () => process.exit())
}
