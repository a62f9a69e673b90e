import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sentenceFor } from './with-sentence.ts'

const program = path.resolve(import.meta.dirname, '../apps/back-office/start.ts')

/** After a fall it is started again at once, then later and later; one that stood for a minute falls for the first time again. In milliseconds. */
const FIRST_WAIT = 500
const LONGEST_WAIT = 30_000
const STOOD = 60_000
/** So many falls one after another, and it is left down: somebody must look. */
const MOST_FALLS = 6
/** What it is doing may take so long to end. In milliseconds. */
const GRACE = 3000

type Said = { ready?: string, failed?: { message: string, code?: string } }

type Options = {
  /** Its environment, whole: what is not here it does not have. */
  env: NodeJS.ProcessEnv
  /** Where its own lines and what happens to it are said. */
  tell: (line: string) => void
  program?: string
}

/**
 * Keeps the back office running in a process of its own. It never brings the portal down: when it falls that is said, and it is started again.
 * @returns its address once it answers, none if it could not start at first (that was said), and the function that stops it for good.
 */
export function startBackOfficeProcess({ env, tell, program: file = program }: Options) {
  let child: ChildProcess | undefined
  let stopping = false
  let falls = 0

  /** Starts it once. @returns its address, or none when it ended before it answered. */
  const startOnce = async (): Promise<string | undefined> => {
    const began = Date.now()
    const one = spawn(process.execPath, [file], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child = one
    const ended = new Promise<void>((resolve) => { one.once('exit', () => resolve()) })
    const answered = new Promise<Said>((resolve) => {
      one.once('message', (said) => resolve(said as Said))
      void ended.then(() => resolve({}))
    })
    void ended.then(() => { void fallen(one, Date.now() - began) })
    const { ready, failed } = await answered
    if (failed && !stopping) tell(`The back office could not start: ${sentenceFor(failed) ?? failed.message}`)
    return ready
  }

  const fallen = async ({ exitCode, signalCode }: ChildProcess, stood: number) => {
    if (stopping) return
    falls = stood > STOOD ? 1 : falls + 1
    if (falls >= MOST_FALLS) {
      tell(`The back office ended ${falls} times (${signalCode ?? exitCode}): it stays down until the next start. The portal goes on.`)
      return
    }
    const wait = Math.min(FIRST_WAIT * 3 ** (falls - 1), LONGEST_WAIT)
    tell(`The back office ended (${signalCode ?? exitCode}). It starts again in ${wait / 1000} s; the portal goes on.`)
    await pause(wait)
    if (!stopping && await startOnce()) tell('The back office is back.')
  }

  const stop = async () => {
    stopping = true
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const late = setTimeout(() => child?.kill('SIGKILL'), GRACE)
    await ended
    clearTimeout(late)
  }
  return { address: startOnce(), stop, pid: () => child?.pid }
}

/** What the process may know: the settings, and of the addresses of the database only that of its own role. */
export function environmentOf(env: NodeJS.ProcessEnv, given: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^(DATABASE_URL|S3_|FRANCECONNECT_|OIDC_PROVIDERS$)/.test(name))
  return { ...Object.fromEntries(kept), ...given }
}
