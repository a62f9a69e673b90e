/** What other modules and the apps call. Files know principals and never the domain (design §5b). */
export { attach, detach } from './reference.ts'
export { cut, type Rectangle } from './cut.ts'
export { receive, store, type ReceivedFile } from './receive.ts'
export { configureStorage, type StorageOptions } from './configuration.ts'
export { limits } from './limits.ts'
export { bytesOf, place } from './bytes.ts'
