import { join } from 'node:path'
import type { Config } from '#kernel/config.ts'

/** Where files are kept, from the settings: any S3 when it is configured, else the data directory. */
export const storageOf = (config: Config) => config.S3_BUCKET
  ? { s3: {
    endpoint: config.S3_ENDPOINT, region: config.S3_REGION ?? 'fr-par', bucket: config.S3_BUCKET, forcePathStyle: config.S3_FORCE_PATH_STYLE ?? false,
    accessKeyId: config.S3_ACCESS_KEY_ID!, secretAccessKey: config.S3_SECRET_ACCESS_KEY!,
  }, directory: join(config.SILLAGE_DATA, 'files') }
  : { directory: join(config.SILLAGE_DATA, 'files') }
