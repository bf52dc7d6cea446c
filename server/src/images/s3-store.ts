import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { AppError } from '@relance/core/error/app-error'
import { type ImageStore, imageMediaType } from './image-store'

export interface S3Settings {
  bucket: string
  /** Of a service that is not Amazon's own, such as MinIO; left out: Amazon's, by region. */
  endpoint?: string
  region?: string
  /** Left out: as Amazon's own tools find them. */
  credentials?: { accessKeyId: string; secretAccessKey: string }
}

const PREFIX = 'images/'
const REGION = 'us-east-1'

/** Pictures as objects of a bucket of S3, or of what speaks like it. */
export function s3Store({
  bucket,
  endpoint,
  region = REGION,
  credentials,
}: S3Settings): ImageStore {
  const client = new S3Client({
    ...{ region, endpoint, credentials },
    // Other services hold buckets as paths, and do not all know Amazon's checksums.
    forcePathStyle: endpoint !== undefined,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const at = (name: string) => ({ Bucket: bucket, Key: `${PREFIX}${name}` })
  return {
    put: async (name, bytes) => {
      const ContentType = imageMediaType(name) ?? undefined
      await client.send(new PutObjectCommand({ ...at(name), Body: bytes, ContentType }))
    },
    get: async (name) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(name)))
        return (await Body?.transformToByteArray()) ?? null
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
    remove: async (name) => void (await client.send(new DeleteObjectCommand(at(name)))),
    check: async () => {
      try {
        await client.send(new HeadBucketCommand({ Bucket: bucket }))
      } catch (cause) {
        const why = cause instanceof Error ? cause.name : 'unknown'
        throw new AppError(
          'invalid',
          `S3_BUCKET: the bucket ${bucket} cannot be reached (${why}).`,
          { field: 'S3_BUCKET' },
          { cause },
        )
      }
    },
  }
}
