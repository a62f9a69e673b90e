import { createContext, type ReactNode } from 'react'

/**
 * How an application asks again who one is, when a command wants a recent proof (`proof-required`): the form shows these fields below what
 * was typed and goes to `action`, which checks them and sends the rest on to its page (307). Without an `action` the proof is given elsewhere,
 * where the fields lead, and the same form is sent again. Without a provider of this context the refusal is only said.
 */
export interface Proof { action?: string, fields: ReactNode, submit: string }

export const ProofContext = createContext<Proof | undefined>(undefined)
