import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { Storage } from './storage.ts'

export interface S3Options {
  /** Address of the service; Amazon's own when left out. */
  endpoint?: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  /** The bucket in the path and not in the host's name, as most services other than Amazon's want. */
  forcePathStyle?: boolean
}

const absent = (error: unknown): undefined => {
  if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return undefined
  throw error
}

/** Objects of a bucket, which S3 writes whole or not at all. */
export const s3Storage = ({ endpoint, region, bucket, accessKeyId, secretAccessKey, forcePathStyle }: S3Options): Storage => {
  const client = new S3Client({
    endpoint, region, forcePathStyle, credentials: { accessKeyId, secretAccessKey },
    // Newer checksums are unknown to many services, and make of a streamed put a chunked one.
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const at = (key: string) => ({ Bucket: bucket, Key: key })
  return {
    put: async (key, path) => {
      const { size } = await stat(path)
      await client.send(new PutObjectCommand({ ...at(key), Body: createReadStream(path), ContentLength: size }))
    },
    get: async (key, range) => {
      const command = new GetObjectCommand({ ...at(key), Range: range && `bytes=${range.start}-${range.end}` })
      const found = await client.send(command).catch(absent)
      return found && { stream: found.Body as Readable, size: found.ContentLength! }
    },
    head: async (key) => {
      const found = await client.send(new HeadObjectCommand(at(key))).catch(absent)
      return found && { size: found.ContentLength! }
    },
    remove: async (key) => { await client.send(new DeleteObjectCommand(at(key))) },
    close: () => client.destroy(),
  }
}
