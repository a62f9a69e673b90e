import { z } from 'zod'

/** A calendar date, `YYYY-MM-DD`. */
export const day = z.iso.date()

export const states = z.enum(['valid', 'to-come', 'over', 'ended'])

/** Where a membership stands on that day at its organisation's place. */
export const stateOn = (today: string, row: { valid_from: string, valid_to: string | null,
  ended_at: string | null }): z.output<typeof states> => {
  if (row.ended_at) return 'ended'
  if (row.valid_from > today) return 'to-come'
  return row.valid_to && row.valid_to < today ? 'over' : 'valid'
}
