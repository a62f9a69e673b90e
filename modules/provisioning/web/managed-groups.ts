import type { LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { pageCall } from '#kernel/page/call.ts'
import { organisations } from '#modules/organisations/module.ts'

const answer = z.object({ groups: z.array(z.object({ id: z.string(), name: z.string(), closedAt: z.string().nullable() })) })

/**
 * Open groups of an organisation that the person manages, none if they manage none, as the module of organisations lists them to that person: their
 * names are its own to give.
 */
export const managedGroups = async (context: LoaderFunctionArgs['context'], organisationId: string): Promise<{ id: string; name: string }[]> => {
  const { engine, call } = context.get(pageCall)
  try {
    const { output } = await engine.run(organisations.operations['listGroups']!, { organisationId }, call)
    return answer.parse(output).groups.filter(({ closedAt }) => closedAt === null).map(({ id, name }) => ({ id, name }))
  } catch (error) {
    if (error instanceof Refusal && error.status === 403) return []
    throw error
  }
}
