export interface DemonstrationConfiguration {
  /** Folder where the demonstration's mails are kept: `<data>/mailbox`. */
  mailbox: string
  /** The portal's own address, so that its links in a mail stay on the host by which one reads it. */
  origin: string
}

let ready: DemonstrationConfiguration | undefined

/** Said once by the portal of a demonstration, at its start. */
export const configureDemonstration = (given: DemonstrationConfiguration): void => { ready = given }

export const configured = (): DemonstrationConfiguration => {
  if (!ready) throw new Error('configureDemonstration() has not been called')
  return ready
}
