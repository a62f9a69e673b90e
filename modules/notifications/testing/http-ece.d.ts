/** What decrypts as a browser does; it comes with web-push, and says nothing of its types. */
declare module 'http_ece' {
  import type { ECDH } from 'node:crypto'

  export interface Options { version: 'aes128gcm'; privateKey: ECDH; authSecret: Buffer }
  const ece: { decrypt(bytes: Buffer, options: Options): Buffer }
  export default ece
}
