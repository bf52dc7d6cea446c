import { AppError } from '@relance/core/error/app-error'
import { AwsClient } from 'aws4fetch'
import { type ImageStore, imageMediaType } from './image-store'

export interface S3Settings {
  bucket: string
  /** Of a service that is not Amazon's own, such as MinIO; left out: Amazon's, by region. */
  endpoint?: string
  region?: string
  accessKeyId: string
  secretAccessKey: string
}

const REGION = 'us-east-1'
const TRIES = 3
const TIMEOUT_MS = 20_000

/** Pictures as objects of a bucket of S3, or of what speaks like it. */
export function s3Store({ bucket, endpoint, region = REGION, ...keys }: S3Settings): ImageStore {
  const client = new AwsClient({ ...keys, region, service: 's3', retries: TRIES })
  // Other services hold buckets as paths.
  const root = endpoint
    ? `${endpoint.replace(/\/+$/, '')}/${bucket}`
    : `https://${bucket}.s3.${region}.amazonaws.com`
  const at = (name: string) => `${root}/images/${name}`
  const ask = (url: string, init: RequestInit) =>
    client.fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
  const must = async (answered: Promise<Response>): Promise<Response> => {
    const response = await answered
    if (response.ok) return response
    throw new AppError('unavailable', `The bucket of pictures answers ${response.status}.`)
  }
  return {
    put: async (name, bytes) => {
      const headers = { 'content-type': imageMediaType(name) ?? 'application/octet-stream' }
      await must(ask(at(name), { method: 'PUT', body: new Uint8Array(bytes), headers }))
    },
    get: async (name) => {
      const answered = await ask(at(name), { method: 'GET' })
      if (answered.status === 404) return null
      return new Uint8Array(await (await must(Promise.resolve(answered))).arrayBuffer())
    },
    remove: async (name) => void (await must(ask(at(name), { method: 'DELETE' }))),
    check: async () => {
      const refuse = (why: string, cause?: unknown) => {
        const words = `S3_BUCKET: the bucket ${bucket} cannot be reached (${why}).`
        return new AppError('invalid', words, { field: 'S3_BUCKET' }, { cause })
      }
      const answered = await ask(`${root}/`, { method: 'HEAD' }).catch((cause: unknown) => {
        throw refuse('no answer', cause)
      })
      if (!answered.ok) throw refuse(String(answered.status))
    },
  }
}
