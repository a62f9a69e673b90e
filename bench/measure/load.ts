import autocannon from 'autocannon'
import { processorTime, type Measured } from './server.ts'

export interface Request {
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

/** What one round gave. */
export interface Round {
  /** Answers in a second. */
  throughput: number
  /** Processor time of the server for each answer, in microseconds. */
  processor: number
}

/**
 * Asks the same thing again and again for some seconds, from this process, by so many connections on the loopback.
 * @throws when an answer is not a success, since a server that refuses is always fast, and when nothing answered.
 */
export const load = async (server: Measured, request: Request, { seconds = 2, connections = 64 } = {}): Promise<Round> => {
  const before = await processorTime(server.pid)
  const { non2xx, errors, timeouts, requests, duration } = await autocannon({
    url: `http://127.0.0.1:${server.port}${request.path}`, connections, duration: seconds, method: request.method ?? 'GET',
    headers: request.headers, body: request.body,
  })
  if (non2xx || errors || timeouts) throw new Error(`${request.path}: ${non2xx} answers were no success, ${errors} failed, ${timeouts} were late`)
  if (requests.total === 0) throw new Error(`${request.path}: nothing answered in ${duration} s`)
  return { throughput: requests.total / duration, processor: (await processorTime(server.pid) - before) * 1000 / requests.total }
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
}

/** Medians of rounds, and the median of the ratios of rounds that followed each other, which the neighbours of the machine disturb less. */
export interface Compared { ours: Round; baseline: Round; throughput: number; processor: number }

/**
 * Two servers in turn, each going first every second time, after a round that warms each and is not counted.
 * @returns `throughput`: ours over the baseline's; `processor`: the baseline's over ours; more is better in both.
 */
export const compare = async (ours: () => Promise<Round>, baseline: () => Promise<Round>, rounds: number): Promise<Compared> => {
  const pairs: { ours: Round; baseline: Round }[] = []
  for (let round = -1; round < rounds; round++) {
    const pair = round % 2 ? { ours: await ours(), baseline: await baseline() } : { baseline: await baseline(), ours: await ours() }
    if (round >= 0) pairs.push(pair)
  }
  const middle = (side: 'ours' | 'baseline'): Round => ({
    throughput: median(pairs.map((pair) => pair[side].throughput)), processor: median(pairs.map((pair) => pair[side].processor)),
  })
  return {
    ours: middle('ours'), baseline: middle('baseline'),
    throughput: median(pairs.map((pair) => pair.ours.throughput / pair.baseline.throughput)),
    processor: median(pairs.map((pair) => pair.baseline.processor / pair.ours.processor)),
  }
}
