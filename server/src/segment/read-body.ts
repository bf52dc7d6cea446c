import { gunzipSync } from 'node:zlib'
import { AppError } from '@relance/core/error/app-error'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../http/context'

/** Of a whole request, unpacked. */
const MAX_BYTES = 500 * 1024

const tooLarge = () => new AppError('too-large', 'A batch may have 500 KB at most.')

/** The JSON body of a call, whatever its content type says (sendBeacon says text/plain), also gzipped. */
export async function readBody(c: Context<AppEnv>): Promise<Record<string, unknown>> {
  if (Number(c.req.header('content-length') ?? 0) > MAX_BYTES) throw tooLarge()
  const sent = Buffer.from(await c.req.arrayBuffer())
  const bytes = c.req.header('content-encoding') === 'gzip' ? unpack(sent) : sent
  if (bytes.length > MAX_BYTES) throw tooLarge()
  return parse(bytes.toString('utf8'))
}

function unpack(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES + 1 })
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge()
    throw new AppError('invalid', 'The body is not valid gzip.', {}, { cause })
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  } catch (cause) {
    throw new AppError('invalid', 'The body is not valid JSON.', {}, { cause })
  }
}
