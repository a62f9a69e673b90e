import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { heldBy, release } from '#modules/switches/api.ts'
import { switchLifted } from '#modules/switches/events.ts'
import { announcementPublished, announcementRecalled } from './events.ts'
import { hideAnnouncement, tellAnnouncement } from './jobs.ts'
import { KIND } from './kinds.ts'
import type { Tables } from './policy.ts'
import { FEATURE } from './publishing.ts'

/** Told at its time. */
export const tellPublished = reaction({
  name: 'announcements.tell-published', to: announcementPublished,
  run: async ({ db, enqueue }: WorkerContext<Tables>, { announcementId }) => {
    const row = await db.selectFrom('announcements.announcement').select('due_at').where('id', '=', announcementId).executeTakeFirst()
    if (row) await enqueue(tellAnnouncement, { announcementId }, { key: `announcement:${announcementId}`, at: row.due_at })
  },
})

/** Taken away from where it was told. */
export const hideRecalled = reaction({
  name: 'announcements.hide-recalled', to: announcementRecalled,
  run: ({ enqueue }: WorkerContext, { announcementId }) => enqueue(hideAnnouncement, { announcementId }, { key: `hide:${announcementId}` }),
})

/** What waited for announcements to be switched on again is told, or given back to whoever wrote it. */
export const settleHeld = reaction({
  name: 'announcements.settle-held', to: switchLifted,
  run: async (context: WorkerContext<Tables>, { switchId, feature, held }) => {
    if (feature !== FEATURE) return
    for (let waiting = await heldBy(context, switchId, KIND); waiting.length > 0; waiting = await heldBy(context, switchId, KIND)) {
      const ids = waiting.map((one) => one.subjectId)
      await context.db.updateTable('announcements.announcement').set((eb) => ({
        // What had begun goes on from where it was.
        state: held === 'return' ? eb.case().when('given_to', 'is', null).then('returned').else('sent').end() : 'scheduled',
          version: eb('version', '+', 1),
      })).where('id', 'in', ids).where('state', '=', 'held').execute()
      if (held === 'send') for (const announcementId of ids) await context.enqueue(tellAnnouncement, { announcementId },
        { key: `announcement:${announcementId}` })
      await release(context, waiting.map((one) => one.id))
    }
  },
})
