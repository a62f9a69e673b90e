import { pino, type Logger } from 'pino'

/**
 * An error as the logs may hold it: PostgreSQL quotes values of rows in `detail` and `where`, and a message may too, so of its errors
 * only the code and the names of table and constraint are kept.
 */
const errorWithoutData = (error: unknown) => {
  if (!(error instanceof Error)) return { type: typeof error }
  const { severity, code, table, constraint, routine } = error as Error & Record<string, unknown>
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n')
  return severity ? { type: 'DatabaseError', code, table, constraint, routine, stack: frames }
    : { type: error.name, code, message: error.message.slice(0, 300), stack: frames }
}

/**
 * Structured logs on standard output (JSON lines). Lines are handed to the system beside the work, several at once when it is busy; those
 * that wait are written when the process ends.
 */
export const createLog = (level: string): Logger => pino({
  level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorWithoutData, error: errorWithoutData },
  formatters: { level: (label) => ({ level: label }) },
}, pino.destination({ dest: 1, minLength: 4096, periodicFlush: 500, sync: false }))
