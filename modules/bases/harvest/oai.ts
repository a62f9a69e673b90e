import { z } from 'zod'
import { basesSeenBy, type Context } from '../policy.ts'
import { configured } from './configuration.ts'
import { dublinCore } from './dublin-core.ts'
import { argumentsOf, boundsOf, OaiError, resumptionOf, tokenOf, type Arguments, type Resumption, type Verb } from './oai-request.ts'
import { earliestChange, harvestRecords, type HarvestRecord } from './harvest-records.ts'
import { asAnybody } from './records.ts'
import { xml, xmlDocument, type Xml } from './xml.ts'

const A_PAGE = 100
const PREFIX = 'oai_dc'
const second = (instant: string) => `${instant.slice(0, 19)}Z`
const host = () => new URL(configured().origin).host
const identifierOf = (id: string) => `oai:${host()}:${id}`
const setOf = (baseId: string) => `base-${baseId}`

const uuidIn = (text: string, prefix: string) => text.startsWith(prefix) && z.uuid().safeParse(text.slice(prefix.length)).data || undefined

const header = ({ id, at, baseId, resource }: HarvestRecord) => {
  const status = resource ? undefined : xml` status="deleted"`
  const set = baseId ? xml`<setSpec>${setOf(baseId)}</setSpec>` : undefined
  return xml`<header${status}><identifier>${identifierOf(id)}</identifier><datestamp>${second(at)}</datestamp>${set}</header>`
}
/** What is gone has a header and no more (§2.5.1). */
const record = (one: HarvestRecord) =>
  xml`<record>${header(one)}${one.resource && xml`<metadata>${dublinCore(one.resource)}</metadata>`}</record>`

const identify = async (context: Context): Promise<Xml> => {
  const { name, origin, contact } = configured()
  return xml`<repositoryName>${name}</repositoryName><baseURL>${origin}/oai</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>${contact}</adminEmail>
<earliestDatestamp>${second(await earliestChange(context))}</earliestDatestamp><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity>`
}

const found = async (context: Context, { identifier = '' }: Arguments): Promise<HarvestRecord> => {
  const id = uuidIn(identifier, `oai:${host()}:`)
  const [one] = id ? await harvestRecords(context, { id, most: 1 }) : []
  if (!one) throw new OaiError('idDoesNotExist', 'No resource has this identifier.')
  return one
}

const formats = async (context: Context, asked: Arguments): Promise<Xml> => {
  if (asked['identifier']) await found(context, asked)
  return xml`<metadataFormat><metadataPrefix>${PREFIX}</metadataPrefix><schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</schema>
<metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace></metadataFormat>`
}

/** Every public base is a set; a list of sets is given whole, so no token continues it. */
const sets = async (context: Context, asked: Arguments): Promise<Xml> => {
  if (asked['resumptionToken']) throw new OaiError('badResumptionToken', 'The list of sets is given whole.')
  const bases = await basesSeenBy(asAnybody(context)).select(['base.id', 'base.title']).orderBy('base.id').execute()
  if (bases.length === 0) throw new OaiError('noSetHierarchy', 'There is no set.')
  const all = bases.map(({ id, title }) => xml`<set><setSpec>${setOf(id)}</setSpec><setName>${title}</setName></set>`)
  return xml`${all}`
}

const questionOf = (asked: Arguments): Partial<Resumption> => {
  const { resumptionToken, metadataPrefix, set } = asked
  if (resumptionToken) return resumptionOf(resumptionToken)
  if (metadataPrefix !== PREFIX) throw new OaiError('cannotDisseminateFormat', `Only ${PREFIX} is offered.`)
  // A set that does not exist holds nothing.
  return { ...boundsOf(asked), baseId: set === undefined ? undefined : uuidIn(set, 'base-') ?? '00000000-0000-0000-0000-000000000000' }
}

const list = async (context: Context, asked: Arguments, one: (record: HarvestRecord) => Xml): Promise<Xml> => {
  const { at, id, ...question } = questionOf(asked)
  const rows = await harvestRecords(context, { ...question, after: at && id ? { at, id } : undefined, most: A_PAGE + 1 })
  if (rows.length === 0) throw new OaiError('noRecordsMatch', 'Nothing matches.')
  const page = rows.slice(0, A_PAGE)
  const last = page.at(-1)!
  const next = rows.length > A_PAGE ? tokenOf({ ...question, at: last.at, id: last.id }) : ''
  // The last part of a list that came in parts says so by an empty token (§3.5).
  return xml`${page.map(one)}${next || asked['resumptionToken'] ? xml`<resumptionToken>${next}</resumptionToken>` : undefined}`
}

const one = async (context: Context, asked: Arguments): Promise<Xml> => {
  if (asked['metadataPrefix'] !== PREFIX) throw new OaiError('cannotDisseminateFormat', `Only ${PREFIX} is offered.`)
  return record(await found(context, asked))
}

const answers: Readonly<Record<Verb, (context: Context, asked: Arguments) => Promise<Xml>>> = {
  Identify: identify, ListMetadataFormats: formats, ListSets: sets, GetRecord: one,
  ListIdentifiers: (context, asked) => list(context, asked, header), ListRecords: (context, asked) => list(context, asked, record),
}

const enclosed = ({ now }: Context, request: Xml, content: Xml) => xmlDocument(xml`<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>${second(now)}</responseDate>${request}${content}</OAI-PMH>`)

/** What catalogues harvest, by OAI-PMH 2.0: each request is answered by a document, an error by its code inside (§3.6). */
export const oai = async (context: Context, given: Readonly<Record<string, unknown>>): Promise<string> => {
  const address = `${configured().origin}/oai`
  try {
    const { verb, asked } = argumentsOf(given)
    const content = await answers[verb](context, asked)
    const attributes = Object.entries(asked).map(([name, value]) => xml` ${name}="${value}"`)
    return enclosed(context, xml`<request${attributes}>${address}</request>`, xml`<${verb}>${content}</${verb}>`)
  } catch (error) {
    if (!(error instanceof OaiError)) throw error
    return enclosed(context, xml`<request>${address}</request>`, xml`<error code="${error.code}">${error.message}</error>`)
  }
}
