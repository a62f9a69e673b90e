import path from 'node:path'

/**
 * Where Node keeps what it has compiled: a start reads hundreds of files, and the next one does not compile those that are the same. A disk that
 * refuses it costs the time, nothing else.
 */
export const compiled = path.resolve(import.meta.dirname, '../build/compiled')
