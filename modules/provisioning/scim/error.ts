import { Refusal } from '#kernel/operation/operation.ts'
import { urn } from './urn.ts'

/** Why a request was refused, in the words of RFC 7644 §3.12, with its status. */
const statuses = {
  invalidFilter: 400, tooMany: 413, uniqueness: 409, mutability: 400, invalidSyntax: 400, invalidPath: 400, noTarget: 400, invalidValue: 400,
  invalidVers: 412,
} as const
export type ScimType = keyof typeof statuses

/** @throws Refusal always. `detail` is for who configures the directory, in English as the protocol is; never a person's data. */
export const fail = (scimType: ScimType, detail: string): never => {
  throw new Refusal(`provisioning.scim-${scimType.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, { scimType, detail }, statuses[scimType])
}

export interface ScimError { schemas: string[]; status: string; scimType?: string; detail: string }

/** An error as SCIM writes it. What is not a refusal is the server's fault, and is thrown again. */
export const scimError = (error: unknown): ScimError => {
  if (!(error instanceof Refusal)) throw error
  const { scimType, detail } = error.details
  const about = scimType && error.status !== 412 ? { scimType: String(scimType) } : {}
  return { schemas: [urn.error], status: String(error.status), ...about, detail: String(detail ?? error.code) }
}
