import { join } from 'node:path'
import { AppError } from '@relance/core/error/app-error'
import type { Env } from '../env'
import type { ImageStore } from './image-store'
import { localStore } from './local-store'
import { s3Store } from './s3-store'

type Settings = Pick<
  Env,
  | 'RELANCE_DATA_DIR'
  | 'S3_BUCKET'
  | 'S3_ENDPOINT'
  | 'S3_REGION'
  | 'S3_ACCESS_KEY_ID'
  | 'S3_SECRET_ACCESS_KEY'
>

/**
 * Where the operator wants pictures kept: a bucket where one is named, else a folder of this machine.
 * @throws AppError invalid where a bucket is named without its keys
 */
export function imageStoreOf(env: Settings): ImageStore {
  if (!env.S3_BUCKET) return localStore(join(env.RELANCE_DATA_DIR, 'images'))
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!accessKeyId || !secretAccessKey) {
    const missing = accessKeyId ? 'S3_SECRET_ACCESS_KEY' : 'S3_ACCESS_KEY_ID'
    throw new AppError('invalid', `${missing} is not set, and S3_BUCKET is.`, { field: missing })
  }
  return s3Store({
    bucket: env.S3_BUCKET,
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    ...{ accessKeyId, secretAccessKey },
  })
}
