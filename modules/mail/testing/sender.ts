import { connect } from '#kernel/db/connection.ts'
import { execute } from '#kernel/fact/execution.ts'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { z } from 'zod'
import { configureMail, send } from '../api.ts'

// A worker's process that a test kills while it speaks to the mail server: address of the database, of the server, identifier, policy.
const [url, smtpUrl, id, insists] = process.argv.slice(2) as [string, string, string, string]
configureMail({ smtpUrl, from: 'Sillage <bonjour@sillage.example>', site: { name: 'Sillage', origin: 'https://sillage.example' } })
const pool = connect(url, 1)
await execute(pool, job({
  name: 'test.sender', payload: z.object({}),
  run: async (context: WorkerContext) => {
    await send(context, { id, to: 'ada@example.org', kind: 'test.crash', subject: 'Un', text: 'Un', html: '<p>Un</p>', insists: insists === 'true' })
  },
}), {})
await pool.end()
