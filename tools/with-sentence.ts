import { readConfiguration } from './configuration.ts'
import { explain } from './explain.ts'

/**
 * Runs a command of the console: a failure that the person can mend is one sentence, any other keeps its stack; the exit code
 * is 1.
 */
export async function withSentence(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    console.error(sentenceFor(error) ?? error)
    process.exitCode = 1
  }
}

/** The sentence for a failure, whatever the environment says, even wrongly. */
export function sentenceFor(error: unknown): string | undefined {
  let situation = { host: '127.0.0.1', port: 3000, data: '.sillage' }
  try {
    situation = readConfiguration(process.env)
  } catch {
    // The configuration is what is wrong: the sentence does without it.
  }
  return explain(error, { ...situation, databaseUrl: process.env.DATABASE_URL })
}
