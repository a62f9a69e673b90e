import type { Engine } from '#kernel/operation/engine.ts'
import type { Module } from '#kernel/operation/module.ts'

export interface PrivacyConfiguration {
  /** All that is mounted: what each module does with what a person leaves. */
  modules: readonly Module[]
  /** The data directory, for the journal of erasures. */
  data: string
  /** Runs the erasures, with the worker's role; only the process of the jobs has one. */
  engine?: Engine
}

let ready: PrivacyConfiguration | undefined

/** Said once by each process at its start, and by tests. */
export const configurePrivacy = (given: PrivacyConfiguration): void => { ready = given }

/** What runs the erasures. @throws Error in a process that runs none. */
export const engine = (): Engine => {
  const { engine: given } = configured()
  if (!given) throw new Error('This process runs no erasure: configurePrivacy() was given no engine')
  return given
}

/** @throws Error when configurePrivacy() was not called. */
export const configured = (): PrivacyConfiguration => {
  if (!ready) throw new Error('configurePrivacy() has not been called')
  return ready
}
