import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

const subject = ({ switchId }: { switchId: string }) => `switch:${switchId}`

/** A feature was closed to some. */
export const switchedOff = fact({ name: 'switches.switched-off', data: z.object({ switchId: z.uuid(), feature: z.string() }), subject })

/** It holds no more: whoever held things for it sends them, or gives them back to those who wrote them. Another switch may still hold. */
export const switchLifted = fact({
  name: 'switches.lifted', data: z.object({ switchId: z.uuid(), feature: z.string(), held: z.enum(['send', 'return']) }), subject,
})
