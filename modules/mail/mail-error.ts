/** The mail did not leave for sure; another try may do. Its message names no address. */
export class MailError extends Error {
  override readonly name = 'MailError'
  readonly code: string
  constructor(code: string, cause?: unknown) {
    super(`The mail server did not take the message: ${code}`, { cause })
    this.code = code
  }
}
