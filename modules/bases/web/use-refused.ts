import { useState } from 'react'
import { useActionData, type ShouldRevalidateFunctionArgs } from 'react-router'
import type { Refused } from '#kernel/page/form.ts'

/**
 * What the last form of this command was refused for, if it was one of ours: `fixed` holds the values that tell forms of one command apart.
 */
export const useRefused = (command: string, fixed: Readonly<Record<string, string>> = {}): Refused | undefined => {
  const data = useActionData() as Refused | undefined
  const ours = data?.refused && data.command === command && Object.entries(fixed).every(([name, value]) => data.typed[name]?.[0] === value)
  return ours ? data : undefined
}

const stale = new Set(['bases.content-stale', 'bases.part-stale'])
export const isStale = (refused: Refused | undefined) => refused !== undefined && stale.has(refused.code)

/** Told that someone else has written meanwhile, the person sees at once what is there now. */
export const revalidatesWhenStale = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  defaultShouldRevalidate || actionStatus === 409

/**
 * The version that goes with what the person types: the one of when they began. The page may bring a newer one meanwhile, and what another
 * wrote would be lost under theirs. Told that it is stale, they see both texts, and what they send next replaces the other knowingly.
 */
export const useSeenVersion = (current: number, refused: Refused | undefined) => {
  const [seen, setSeen] = useState<number>()
  return {
    version: isStale(refused) ? current : seen ?? current,
    /** For an element around the form: a form is emptied once it has succeeded. */
    follow: { onInput: () => setSeen((version) => version ?? current), onReset: () => setSeen(undefined) },
  }
}
