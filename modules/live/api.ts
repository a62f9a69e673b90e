export { followLive, mountLive } from './configured.ts'
export { presentAmong } from './presence.ts'
export { signal, type Signal } from './signal.ts'
export { CHECK } from './topics.ts'
