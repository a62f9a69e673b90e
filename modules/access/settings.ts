import type { Module } from '#kernel/operation/module.ts'

/** A provider of tokens that the API accepts, and the audience that they must be made for: us. */
export interface TrustedIssuer { readonly issuer: string; readonly audience: string }

export interface AccessSettings {
  /** Public address of the service: issuer of our tokens, and prefix of their audience. */
  readonly origin: string
  readonly trustedIssuers: readonly TrustedIssuer[]
  /** What is mounted, to answer who may do what. */
  readonly modules: readonly Module[]
}

let settings: AccessSettings = { origin: 'http://localhost', trustedIssuers: [], modules: [] }

/** Called once, when the process starts. */
export const configureAccess = (given: Partial<AccessSettings>): void => { settings = { ...settings, ...given } }
export const accessSettings = (): AccessSettings => settings

/** Whom our tokens are made for: the REST API. */
export const audienceOf = (origin: string): string => `${origin}/api`
