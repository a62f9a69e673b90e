export interface StaffConfiguration {
  /** The back office's own address, to which its mails lead and its passkeys belong. */
  origin: string
  /** Name of the service, as authenticator applications show it. */
  name: string
  /** Keys of 32 bytes that encrypt what must be read again. The first one writes, all of them read: that is how a key is changed. */
  keys: readonly Buffer[]
}

let ready: StaffConfiguration | undefined

/** Said once by each process that needs it at its start, and by tests. */
export const configureStaff = (given: StaffConfiguration): void => { ready = given }

/** The worker of an installation without a back office has none. */
export const isConfigured = (): boolean => ready !== undefined

export const configured = (): StaffConfiguration => {
  if (!ready) throw new Error('configureStaff() has not been called: the back office has no address')
  return ready
}

/** In the demonstration, where its secrets are printed anyway, and nowhere else: `readConfig` gives no key by default. */
export const DEMONSTRATION_KEY = 'ZGVtb25zdHJhdGlvbiBvbmx5LCBub3Qgc2VjcmV0ISE='

/** The keys of BACK_OFFICE_KEY: 32 bytes each in base64, separated by commas, the one that writes first. */
export const keysOf = (text: string): Buffer[] => text.split(',').map((one) => Buffer.from(one.trim(), 'base64'))
