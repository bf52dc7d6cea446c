import { join } from 'node:path'
import type { Env } from '../env'
import type { ImageStore } from './image-store'
import { localStore } from './local-store'

type Settings = Pick<
  Env,
  | 'RELANCE_DATA_DIR'
  | 'S3_BUCKET'
  | 'S3_ENDPOINT'
  | 'S3_REGION'
  | 'S3_ACCESS_KEY_ID'
  | 'S3_SECRET_ACCESS_KEY'
>

/** Where the operator wants pictures kept: a bucket where one is named, else a folder of this machine. */
export async function imageStoreOf(env: Settings): Promise<ImageStore> {
  if (!env.S3_BUCKET) return localStore(join(env.RELANCE_DATA_DIR, 'images'))
  // Loaded by those alone who need it: Amazon’s client is large.
  const { s3Store } = await import('./s3-store')
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  return s3Store({
    bucket: env.S3_BUCKET,
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  })
}
