import type { Transporter } from 'nodemailer'
import nodemailer from 'nodemailer'
import type { Dkim } from './dkim.ts'

export interface MailConfiguration {
  /** `smtp://host:587` or `smtps://person:password@host`. */
  smtpUrl: string
  /** `Name <address@host>`, or an address alone. */
  from: string
  /** Address to which servers report what they could not deliver (the envelope's sender); that of `from` when left out. */
  returns?: string
  /** Signs mails; left out where the server that relays them does. */
  dkim?: Dkim
  /** Name of the service and its address, without a final slash: mails lead back to it. */
  site: Site
}
export interface Site { readonly name: string; readonly origin: string }

interface Ready { transport: Transporter; from: string; returns: string | undefined; domain: string; site: Site }
let ready: Ready | undefined

/** What is signed, when it is there: RFC 6376 §5.4.1, and the one-click unsubscription as RFC 8058 §4 asks. */
const SIGNED = 'from:sender:reply-to:subject:date:message-id:to:mime-version:content-type:content-transfer-encoding:auto-submitted:'
  + 'list-unsubscribe:list-unsubscribe-post'

const domainOf = (from: string) => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'

/** Said once by the app at its start, and by tests. */
export const configureMail = ({ smtpUrl, from, returns, dkim, site }: MailConfiguration): void => {
  ready?.transport.close()
  const domain = domainOf(from)
  const transport = nodemailer.createTransport({
    url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, disableFileAccess: true,
    disableUrlAccess: true,
    ...dkim && {
      dkim: { domainName: dkim.domain ?? domain, keySelector: dkim.selector, privateKey: dkim.privateKey, headerFieldNames: SIGNED },
    },
  })
  ready = { transport, from, returns, site, domain }
}

export const configured = (): Ready => {
  if (!ready) throw new Error('configureMail() has not been called: mails have no server to go through')
  return ready
}

/** Name and address of the service, for what a mail says and links to. */
export const mailSite = (): Site => configured().site
