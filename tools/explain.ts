/** What the sentences name. */
export type Situation = { host: string, port: number, data: string, databaseUrl?: string | undefined }

type Failure = {
  name?: string, code?: string, message?: string, path?: string, syscall?: string, port?: number
  cause?: unknown, errors?: unknown[]
}

/**
 * The one sentence for a failure that the person who starts Sillage can mend, without a stack; undefined for any other, which
 * is a fault of ours and deserves its stack. Never shows a password.
 */
export function explain(error: unknown, situation: Situation): string | undefined {
  for (const failure of failures(error)) {
    const sentence = sentences[failure.code ?? '']?.(failure, situation) ?? byMessage(failure, situation)
    if (sentence) return sentence
  }
  return undefined
}

/** The failure, those that it gathers (several addresses tried) and its causes. */
function failures(error: unknown): Failure[] {
  if (typeof error !== 'object' || error === null) return []
  const { errors = [], cause } = error as Failure
  return [error, ...errors.flatMap(failures), ...failures(cause)]
}

type Sentence = (failure: Failure, situation: Situation) => string | undefined

/** Where the external database is, without the password; nothing when it is the embedded one. */
const place = ({ databaseUrl }: Situation) => {
  try {
    const url = new URL(databaseUrl ?? '')
    const database = decodeURIComponent(url.pathname.slice(1))
    return { server: `${url.hostname}:${url.port || 5432}`, database, user: decodeURIComponent(url.username) }
  } catch {
    return undefined
  }
}

const diskFull: Sentence = (failure, { data }) =>
  `The disk that holds ${failure.path ?? data} is full: free some space, then start again; nothing that was saved is lost.`

const cannotWrite: Sentence = (failure, { host, port, data }) =>
  failure.syscall === 'listen'
    ? `Sillage may not listen on port ${port} of ${host}: choose a port above 1023, for instance PORT=3000 npm start.`
    : `Sillage cannot write ${failure.path ?? data} (${failure.code === 'EROFS' ? 'the disk is read-only' : 'permission denied'})`
      + ': give this account the right to do so, or choose another folder, for instance SILLAGE_DATA=$HOME/sillage npm start.'

const wrongHost: Sentence = (_, { host }) =>
  `${host} is not an address of this machine: correct HOST, or leave it out to listen on 127.0.0.1.`

const noAnswer: Sentence = (_, situation) => {
  const at = place(situation)
  return at && `No PostgreSQL answers at ${at.server}, the address in DATABASE_URL: check that it runs and is reachable.`
}

const badSignIn: Sentence = (_, situation) => {
  const at = place(situation)
  if (!at) return `${situation.data}/database.key is not the key of this database: put it back, or restore a backup.`
  return `PostgreSQL at ${at.server} refuses the name or the password of "${at.user}": correct them in DATABASE_URL.`
}

const sentences: Record<string, Sentence> = {
  // Two processes listen: the one whose port is not the portal's is the back office.
  EADDRINUSE: (failure, { port }) => `Port ${failure.port ?? port} is already in use: stop what uses it, or choose another port, `
    + `for instance ${(failure.port ?? port) === port ? 'PORT' : 'BACK_OFFICE_PORT'}=${(failure.port ?? port) + 1} npm start.`,
  EADDRNOTAVAIL: wrongHost,
  ENOSPC: diskFull, EDQUOT: diskFull, 53100: diskFull,
  EROFS: cannotWrite, EACCES: cannotWrite, EPERM: cannotWrite,
  ERR_INVALID_URL: () => 'DATABASE_URL is not the address of a PostgreSQL database: '
    + 'it looks like postgres://name:password@host:5432/database.',
  ECONNREFUSED: noAnswer, ETIMEDOUT: noAnswer, EHOSTUNREACH: noAnswer, ENETUNREACH: noAnswer, ECONNRESET: noAnswer,
  EAI_AGAIN: noAnswer,
  ENOTFOUND: (failure, situation) => failure.syscall === 'getaddrinfo' && !situation.databaseUrl
    ? wrongHost(failure, situation)
    : noAnswer(failure, situation),
  '28P01': badSignIn, 28000: badSignIn,
  '3D000': (_, situation) => {
    const at = place(situation)
    return at && `There is no database "${at.database}" at ${at.server}: create it, or correct DATABASE_URL.`
  },
  53300: (_, situation) => {
    const at = place(situation)
    return at && `PostgreSQL at ${at.server} has no connection left: raise max_connections.`
  },
  '57P03': (_, situation) => {
    const at = place(situation)
    return at && `PostgreSQL at ${at.server} is starting or stopping: try again in a moment.`
  },
  SILLAGE_OLD_POSTGRES: ({ message }) => `DATABASE_URL leads to PostgreSQL ${message}, and Sillage needs PostgreSQL 15 or later.`,
  SILLAGE_ROLES: (_, situation) => `The database "${place(situation)?.database}" lacks the roles of Sillage `
    + 'and this account may not create them: have its administrator run the SQL that `npm run db:roles` prints.',
  SILLAGE_NEWER_DATABASE: () => 'This database was made by a newer version of Sillage: '
    + 'start that version, or restore a backup made by this one.',
  SILLAGE_RUNNING: ({ message }, { data }) => `${message} already uses the data of ${data}: `
    + 'stop it first, or choose another folder with SILLAGE_DATA.',
  SILLAGE_CONFIGURATION: ({ message }) => message,
  SILLAGE_CHANGED_MIGRATION: ({ message }) => message,
  SILLAGE_FAILED_MIGRATION: ({ message }) => message,
  SILLAGE_BACKUP: ({ message }) => message,
}

/** What the driver reports without a code. */
function byMessage({ name, message = '' }: Failure, situation: Situation): string | undefined {
  if (name === 'ConfigError') return message   // kernel/config.ts: one line for each setting that is wrong
  if (/timeout expired|connection timeout|Connection terminated unexpectedly/.test(message)) return noAnswer({}, situation)
  if (/client password must be a string/.test(message)) return badSignIn({}, situation)
  const at = place(situation)
  if (at && /does not support SSL|self.signed certificate|certificate/.test(message)) {
    return `The encrypted connection to PostgreSQL at ${at.server} fails (${message}): correct sslmode in DATABASE_URL.`
  }
  return undefined
}
