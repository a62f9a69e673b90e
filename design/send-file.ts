import type { Upload } from '#design/FileDrop.tsx'
import { fr } from '#design/fr.ts'

/**
 * An `upload` for FileDrop that sends the file's bytes to an address. It uses XMLHttpRequest, the only means by which a browser
 * tells how much of a sending is done. The answer's JSON is what was uploaded; a problem's `detail` is shown as it is.
 */
export const sendFile = <Uploaded>(address: string | ((file: File) => string), method = 'POST'): Upload<Uploaded> =>
  (file, onProgress, signal) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = (sentence: string) => reject(new Error(sentence))
    request.open(method, typeof address === 'string' ? address : address(file))
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => { if (lengthComputable) onProgress(loaded / total) }
    request.onerror = () => fail(fr.file.failed)
    request.onabort = () => fail(fr.file.cancelled)
    request.onload = () => {
      const answer = parse(request.responseText)
      if (request.status < 300) resolve(answer as Uploaded)
      else fail((answer as { detail?: string } | undefined)?.detail ?? fr.byStatus[request.status] ?? fr.file.failed)
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })

const parse = (text: string): unknown => {
  try { return JSON.parse(text) } catch { return undefined }
}
