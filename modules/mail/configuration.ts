import type { Transporter } from 'nodemailer'
import nodemailer from 'nodemailer'

export interface MailConfiguration {
  /** `smtp://host:587` or `smtps://person:password@host`. */
  smtpUrl: string
  /** `Name <address@host>`, or an address alone. */
  from: string
  /** Name of the service and its address, without a final slash: mails lead back to it. */
  site: Site
}
export interface Site { readonly name: string; readonly origin: string }

interface Ready { transport: Transporter; from: string; domain: string; site: Site }
let ready: Ready | undefined

/** Said once by the app at its start, and by tests. */
export const configureMail = ({ smtpUrl, from, site }: MailConfiguration): void => {
  ready?.transport.close()
  const transport = nodemailer.createTransport({
    url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, disableFileAccess: true,
      disableUrlAccess: true,
  })
  ready = { transport, from, site, domain: /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost' }
}

export const configured = (): Ready => {
  if (!ready) throw new Error('configureMail() has not been called: mails have no server to go through')
  return ready
}

/** Name and address of the service, for what a mail says and links to. */
export const mailSite = (): Site => configured().site
