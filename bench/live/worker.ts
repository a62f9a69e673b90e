import { connect } from '#kernel/db/connection.ts'
import { startWorker } from '#kernel/fact/worker.ts'
import { createLog } from '#kernel/http/log.ts'
import { v7 } from '#kernel/id.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { inOrder, portsOf } from '#kernel/operation/module.ts'
import { announcements } from '#modules/announcements/module.ts'
import { answering } from './answering.ts'

// A worker that has announcements, and an administrator who tells everybody something.
const { worker: url, backOffice, administrator } = JSON.parse(process.argv[2]!) as Record<'worker' | 'backOffice' | 'administrator', string>
const modules = inOrder([announcements])
const worker = await startWorker({ url, pool: connect(url, 5, 'sillage-worker'), modules, log: createLog('warn') })
const engine = createEngine(connect(backOffice, 2), portsOf(modules))
answering({
  publish: async () => {
    const actor = { id: administrator, grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' }
    await engine.run(announcements.backOffice.operations['publishAnnouncement']!, { title: 'Bonjour', body: 'À toutes et à tous.' }, {
      actor, origin: { request: v7() },
    })
    worker.wake()
  },
})
process.send!({ ready: true })
