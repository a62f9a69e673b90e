/** What pages of other modules take of this one: how a file is sent, with its progress, as `FileDrop` wants it. */
export { uploadFor, type Uploaded } from './upload.ts'
