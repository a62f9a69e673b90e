import { z } from 'zod'

/** An error of the protocol (OAI-PMH 2.0 §3.6): answered with status 200, inside the document. */
export class OaiError extends Error {
  override readonly name = 'OaiError'
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

const VERBS = {
  Identify: { needs: [], may: [] },
  ListMetadataFormats: { needs: [], may: ['identifier'] },
  ListSets: { needs: [], may: ['resumptionToken'] },
  ListIdentifiers: { needs: ['metadataPrefix'], may: ['from', 'until', 'set'] },
  ListRecords: { needs: ['metadataPrefix'], may: ['from', 'until', 'set'] },
  GetRecord: { needs: ['identifier', 'metadataPrefix'], may: [] },
} satisfies Record<string, { needs: string[]; may: string[] }>
export type Verb = keyof typeof VERBS
const isVerb = (verb: unknown): verb is Verb => typeof verb === 'string' && Object.hasOwn(VERBS, verb)

export type Arguments = Readonly<Record<string, string>>

/** What is asked, each argument once and known to its verb (§3.1.1.1). @throws OaiError badVerb, badArgument. */
export const argumentsOf = (given: Readonly<Record<string, unknown>>): { verb: Verb; asked: Arguments } => {
  const { verb } = given
  if (!isVerb(verb)) throw new OaiError('badVerb', 'The verb is missing, repeated or unknown.')
  const lists = verb === 'ListIdentifiers' || verb === 'ListRecords'
  const resumed = lists && 'resumptionToken' in given
  const { needs, may }: { needs: readonly string[]; may: readonly string[] } = resumed ? { needs: ['resumptionToken'], may: [] } : VERBS[verb]
  const names = Object.keys(given).filter((name) => name !== 'verb')
  const wrong = names.find((name) => ![...needs, ...may].includes(name) || typeof given[name] !== 'string')
  if (wrong !== undefined) throw new OaiError('badArgument', `The argument ${wrong.slice(0, 40)} is not allowed here, or is repeated.`)
  const missing = needs.find((name) => !given[name])
  if (missing) throw new OaiError('badArgument', `The argument ${missing} is missing.`)
  return { verb, asked: given as Arguments }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/** Bounds of a harvest, both included, by day or by second but both the same (§2.7.1, §3.3). @throws OaiError badArgument. */
export const boundsOf = ({ from, until }: Arguments): { from?: string; until?: string } => {
  for (const one of [from, until]) {
    const ok = one === undefined || (DAY.test(one) || SECOND.test(one)) && !Number.isNaN(Date.parse(one))
    if (!ok) throw new OaiError('badArgument', 'A date is written YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.')
  }
  if (from && until && from.length !== until.length) throw new OaiError('badArgument', 'from and until must have the same granularity.')
  const bounds = { from: from && new Date(from).toISOString(), until: until && (DAY.test(until) ? `${until}T23:59:59.000Z` : new Date(until).toISOString()) }
  if (bounds.from && bounds.until && bounds.from > bounds.until) throw new OaiError('badArgument', 'from is later than until.')
  return bounds
}

const tokenShape = z.object({
  at: z.iso.datetime(), id: z.uuid(), from: z.iso.datetime().optional(), until: z.iso.datetime().optional(), baseId: z.uuid().optional(),
})
/** Where a list goes on: all of the question, so that nothing is kept between two requests. */
export type Resumption = z.output<typeof tokenShape>

export const tokenOf = (resumption: Resumption): string => Buffer.from(JSON.stringify(resumption)).toString('base64url')

/** @throws OaiError badResumptionToken. */
export const resumptionOf = (token: string): Resumption => {
  try {
    return tokenShape.parse(JSON.parse(Buffer.from(token, 'base64url').toString()))
  } catch {
    throw new OaiError('badResumptionToken', 'The resumption token is not one of ours.')
  }
}
