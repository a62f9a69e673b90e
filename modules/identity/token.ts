import { hash, randomBytes } from 'node:crypto'

/** 256 random bits, as they travel in an address or a cookie: 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret: enough to recognise it, nothing to use it. Its 256 bits need no salt nor slowness. */
export const hashOf = (token: string): Buffer => hash('sha256', token, 'buffer')
