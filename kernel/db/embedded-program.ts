import { spawn } from 'node:child_process'
import type { Account } from './embedded-native.ts'

/** Runs a program of PostgreSQL to its end. @throws what it said, with the system's code when the disk is the cause */
export async function runProgram(program: string, options: string[], account: Account): Promise<void> {
  const child = spawn(program, options, { ...account, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } })
  let said = ''
  child.stderr.on('data', (chunk) => { said += String(chunk) })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw databaseFailure(said)
}

/** An error out of what PostgreSQL printed, with the system's code when the disk is full, read-only or closed to its account. */
export function databaseFailure(said: string): Error & { code?: string } {
  const code = /No space left/.test(said) ? 'ENOSPC' : /Read-only file/.test(said) ? 'EROFS'
    : /Permission denied/.test(said) ? 'EACCES' : /could not bind|Address already in use/.test(said) ? 'EADDRINUSE' : undefined
  return Object.assign(new Error(`PostgreSQL did not start: ${said.trim().split('\n').slice(-3).join(' ')}`), code && { code })
}
