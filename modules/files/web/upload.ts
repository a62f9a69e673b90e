import type { Purpose } from '../limits.ts'
import { fr } from './fr.ts'
import { fileUrl } from './routes.ts'

/** A file that the server has accepted. */
export interface Uploaded { fileId: string; name: string; mime: string; size: number; width?: number; height?: number }

/** Sent at once, in bytes: small enough to show progress and to pass on a slow network, in one request of at most two minutes. */
const PART = 1_000_000
const TRIES = 6

/** The server has said no: its message is a sentence for people. */
class Refused extends Error {}

const answered = async (response: Response): Promise<Response> => {
  if (response.ok) return response
  const problem = await response.json().catch(() => ({})) as { detail?: string }
  if (response.status >= 500 && response.status !== 507) throw new TypeError('The server failed')
  throw new Refused(problem.detail ?? fr.refusals['files.upload-cut'])
}

const pause = (milliseconds: number) => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

/** Where the upload stands after a cut: how many bytes are there, or the file when its last answer was lost. */
const standing = async (fileId: string, signal: AbortSignal): Promise<number | Uploaded> => {
  const { ok, headers } = await fetch(fileUrl(fileId), { method: 'HEAD', signal })
  const offset = headers.get('upload-offset')
  if (offset !== null) return Number(offset)
  // The same address says, to who asks for more than its headers, why the file was refused.
  if (!ok) await answered(await fetch(fileUrl(fileId), { signal }))
  const shown = await answered(await fetch(`/api/files/${fileId}`, { signal }))
  const file = await shown.json() as Uploaded & { width: number | null; height: number | null }
  return { ...file, width: file.width ?? undefined, height: file.height ?? undefined }
}

const sendPart = async (fileId: string, file: File, offset: number, signal: AbortSignal): Promise<number | Uploaded> => {
  const response = await fetch(fileUrl(fileId), {
    method: 'PATCH', signal, body: file.slice(offset, offset + PART),
    headers: { 'upload-offset': String(offset), 'content-type': 'application/partial-upload' },
  })
  if (response.status === 409 && response.headers.has('upload-offset')) throw new TypeError('The server is elsewhere in the file')
  const { status, headers } = await answered(response)
  return status === 201 ? await response.json() as Uploaded : Number(headers.get('upload-offset'))
}

type Progress = (share: number) => void

const sendAll = async (fileId: string, file: File, onProgress: Progress, signal: AbortSignal): Promise<Uploaded> => {
  let offset = 0
  let failures = 0
  let lost = false
  for (;;) {
    try {
      const next = await (lost ? standing(fileId, signal) : sendPart(fileId, file, offset, signal))
      if (typeof next !== 'number') return next
      if (next > offset) failures = 0
      lost = false
      offset = next
      onProgress(offset / file.size)
    } catch (error) {
      // Only a network that fails is tried again: a refusal stays one, and who stops has stopped.
      if (!(error instanceof TypeError)) throw error
      if (failures++ >= TRIES) throw new Error(fr.cut, { cause: error })
      lost = true
      await pause(250 * 2 ** failures)
    }
  }
}

/**
 * Sends a file in parts, going on after each cut of the network, as `FileDrop` wants it.
 * @throws Error whose message is a sentence for people; the AbortError of `signal`, after which nothing is left on the server.
 */
export const uploadFor = (purpose: Purpose) => async (file: File, onProgress: Progress, signal: AbortSignal): Promise<Uploaded> => {
  const body = JSON.stringify({ name: file.name, size: file.size, purpose })
  const headers = { 'content-type': 'application/json' }
  const created = await answered(await fetch('/api/files', { method: 'POST', signal, headers, body }))
  const { fileId } = await created.json() as { fileId: string }
  try {
    return await sendAll(fileId, file, onProgress, signal)
  } catch (error) {
    // Not awaited: nobody waits for it, and what stays is forgotten a day later in any case.
    if (signal.aborted) void fetch(`/api/files/${fileId}`, { method: 'DELETE', keepalive: true }).catch(() => undefined)
    throw error
  }
}
