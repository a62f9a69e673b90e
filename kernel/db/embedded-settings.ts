/**
 * How the embedded PostgreSQL runs, given at each start so that a new version of the product brings its own. Made for a small
 * machine; ready for backups while it runs (`wal_level`); its log holds no statement and no value, since those are people's
 * data. The passwords are long random keys, so one hash round is enough and a connection costs little.
 */
export const settings = (durable: boolean): Record<string, string | number> => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '128MB',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  scram_iterations: 1,
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  max_wal_size: '512MB',
  ...durable
    ? { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', wal_level: 'replica' }
    : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', wal_level: 'minimal', max_wal_senders: 0 },
})
