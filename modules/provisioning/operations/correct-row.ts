import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { assessPeople, placesOf, placeText, rowKey, seenBefore } from '../assess.ts'
import { importConfirmed } from '../events.ts'
import { importId } from '../limits.ts'
import { lockedImport, mayImport, type Context } from '../policy.ts'
import { fields, type Field } from '../reader/fields.ts'
import { keyOf, readPerson, type RowIssue } from '../reader/person.ts'
import type { Role } from '../reader/roles.ts'

const cell = z.string().max(300).optional()
const refuse = ({ field, code }: RowIssue): never => { throw new Refusal(`provisioning.row-${code}`, { field }, 422) }

/** Corrects a row in quarantine. Before the import is done it joins the others; afterwards it is done at once, alone. */
export const correctRow = command({
  http: 'PATCH /imports/:importId/rows/:number',
  input: z.object({
    importId, number: z.int().min(1), eppn: cell, externalId: cell, studentId: cell, employeeId: cell, username: cell, email: cell, lastName: cell,
    firstName: cell, role: cell, group: cell, status: cell, validFrom: cell, validTo: cell,
  }),
  output: z.object({}),
  on: (context: Context, input) => lockedImport(context, input),
  allow: mayImport,
  when: ({ state }) => state === 'ready' || state === 'done' ? undefined : 'provisioning.not-ready',
  run: async (context: Context, { importId, number, ...given }, one) => {
    const row = await context.db.selectFrom('provisioning.row').select(['cells', 'verdict', 'outcome']).where('import_id', '=', one.id)
      .where('number', '=', number).forNoKeyUpdate().executeTakeFirst()
    if (!row) throw new Refusal('not-found', {}, 404)
    if (row.verdict !== 'invalid' && row.outcome !== 'failed') throw new Refusal('provisioning.row-settled')
    const cells = { ...row.cells as Partial<Record<Field, string>>, ...given }
    const mapping = fields.filter((field) => field !== 'ignore' && cells[field])
    const read = readPerson(mapping.map((field) => cells[field]!), mapping, one.role as Role)
    if (!read.person) return refuse(read.issue)
    const [judged] = await assessPeople(context, one, [read.person])
    const { verdict, issue, match } = judged!
    if (issue) return refuse(issue)
    const key = rowKey(read.person, one)
    const same = await context.db.selectFrom('provisioning.row').select('number').where('import_id', '=', importId).where('key', '=', key)
      .where('number', '!=', number).executeTakeFirst()
    if (same) return refuse({ field: 'identifier', code: 'duplicate' })
    const before = await seenBefore(context, importId, [read.person], [])
    await context.db.updateTable('provisioning.row').set({
      cells: JSON.stringify(cells), person: JSON.stringify(read.person), verdict: verdict === 'create' && before.created.has(keyOf(read.person)) ? 'change' : verdict,
      field: null, code: null, outcome: null, key, person_key: keyOf(read.person), places: placesOf(read.person, one).map(placeText),
      subject_id: match?.kind === 'known' ? match.subject.id : null,
    }).where('import_id', '=', importId).where('number', '=', number).execute()
    if (one.state === 'done') {
      await context.db.updateTable('provisioning.import').set({ state: 'applying', version: one.version + 1 }).where('id', '=', importId).execute()
      await context.record(importConfirmed, { organisationId: one.organisation_id, importId })
    }
    return {}
  },
})
