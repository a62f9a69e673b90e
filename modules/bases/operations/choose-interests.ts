import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { chosenThemes, department } from '../limits.ts'
import { passStep, prefer } from '../preferences.ts'
import type { Context } from '../policy.ts'

/** What interests one, and where: suggestions follow it, and a search that puts one's department first when asked. */
export const chooseInterests = command({
  http: 'PUT /my/interests',
  input: z.object({ themes: chosenThemes.default([]), department }),
  output: z.null(),
  allow: signedIn,
  run: async (context: Context, { themes, department }) => {
    await prefer(context, context.actor.id!, { themes, department })
    await passStep(context, 2)
    return null
  },
})
