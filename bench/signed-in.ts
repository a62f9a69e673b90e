/**
 * What being signed in costs: a page rendered for somebody against the same page rendered for a visitor, by processor time; and a read by
 * the
 * API with a session against a bare route with the same cookie, a look-up of the session and the same SQL, by throughput.
 * Run with `npm run bench:signed-in [-- <rounds> <seconds> <page | api>]`.
 */
import { deepEqual } from 'node:assert/strict'
import { join } from 'node:path'
import { v7 } from '#kernel/id.ts'
import { createPerson, openSession } from '#modules/identity/api.ts'
import { figure, percent } from './measure/figure.ts'
import { compare, load, type Request } from './measure/load.ts'
import { address, startProduct } from './measure/product.ts'
import { startServer } from './measure/server.ts'
import { openDatabase } from './signed-in/database.ts'

const [rounds = 5, seconds = 3] = process.argv.slice(2, 4).map(Number)
const only = process.argv[4]

/** The cookie of one of the people of the demonstration, by its own way in. */
const demonstrationCookie = async (): Promise<string> => {
  const { people: [person] } = await (await fetch(`${address}/api/demonstration/people`)).json() as { people: { personId: string }[] }
  const entered = await fetch(`${address}/demonstration/sign-in`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ personId: person!.personId }),
  })
  return entered.headers.getSetCookie()[0]!.split(';')[0]!
}

const pages = async () => {
  const product = await startProduct()
  try {
    const cookie = await demonstrationCookie()
    const server = { pid: product.pid, port: Number(new URL(address).port), stop: product.stop }
    for (const [name, path] of [['a page with a list', '/ressources'], ['a page of text', '/accessibilite']] as const) {
      // Any cookie keeps a page out of the cache of visitors: this one means nothing.
      const [mine, theirs]: Request[] = [{ path, headers: { cookie } }, { path, headers: { cookie: 'bench=1' } }]
      const { processor, ours, baseline } = await compare(() => load(server, mine!, { seconds }), () => load(server, theirs!, { seconds }),
        rounds)
      figure({
        name: `${name}, signed in`, value: processor, target: { least: 0.85 }, shown: percent,
        detail: `${Math.round(ours.processor)} µs of processor; a visitor ${Math.round(baseline.processor)} µs`,
      })
    }
  } finally {
    await product.stop()
  }
}

const api = async () => {
  const database = await openDatabase()
  try {
    const personId = await createPerson(database.context, { firstName: 'Ada', lastName: 'Martin', email: 'ada@example.org' })
    const cookie = (await openSession(database.context, personId, 'bench')).cookie.split(';')[0]!
    const id = v7()
    await database.owner.query({ text: `insert into notes.plain values ($1, $2, $3, 'Une note de quelques mots', now(), 1)`,
      values: [id, personId, v7()] })
    await database.owner.query('analyze')
    const request: Request = { path: `/api/plain/${id}`, headers: { cookie } }
    const given = { url: database.url, most: 10 }
    const [ours, bare] = [await startServer(join(import.meta.dirname, 'signed-in/ours.ts'), given),
      await startServer(join(import.meta.dirname, 'signed-in/bare.ts'), given)]
    try {
      const answers = await Promise.all([ours, bare].map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}${request.path}`,
        { headers: request.headers })).json()))
      deepEqual(answers[0], answers[1])
      const compared = await compare(() => load(ours, request, { seconds }), () => load(bare, request, { seconds }), rounds)
      const side = (round: typeof compared.ours) => `${Math.round(round.throughput)}/s, ${Math.round(round.processor)} µs`
      figure({
        name: 'a read by the API, signed in', value: compared.throughput, target: { least: 0.75 }, shown: percent,
        detail: `${side(compared.ours)} of processor; bare ${side(compared.baseline)}`,
      })
    } finally {
      await Promise.all([ours.stop(), bare.stop()])
    }
  } finally {
    await database.stop()
  }
}

if (only !== 'api') await pages()
if (only !== 'page') await api()
