import { data } from 'react-router'
import type { LateForm } from '#kernel/page/call.ts'
import { keptForm, type KeptForm } from '#modules/identity/api.ts'
import { NOT_ACCEPTED } from './gate.ts'

/** What stands in the place of a page until the terms are accepted: with the form that was on its way, which the browser keeps. */
export interface TermsAsked { code: typeof NOT_ACCEPTED; form?: KeptForm }

const asked = (form?: KeptForm) => data<TermsAsked>({ code: NOT_ACCEPTED, ...form && { form } }, { status: 403 })

/** How the engine of the pages refuses. */
export const termsAsked = () => asked()

const isAsked = (error: unknown) => error instanceof Object && 'data' in error && error.data instanceof Object && 'code' in error.data
  && error.data.code === NOT_ACCEPTED

/** What becomes of a form that comes when the terms are to be accepted first; of others, what becomes of them otherwise. */
export const keepingForms = (otherwise: LateForm): LateForm => ({
  before: otherwise.before,
  after: (sent, actor, error, operation) => isAsked(error) ? asked(keptForm(sent)) : otherwise.after(sent, actor, error, operation),
})
