import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { AppError } from '@relance/core/error/app-error'

const MAX_FIELD_BYTES = 256 * 1024

export interface Multipart<File> {
  fields: Record<string, string>
  /** Of the form's one file; null where it has none. */
  file: File | null
}

/**
 * Reads a form while it comes in, its file as a stream that is never in memory as a whole.
 * @param onFile is to read the stream to its end; what it throws ends the request
 * @throws AppError invalid for anything but such a form
 */
export async function readMultipart<File>(
  request: Request,
  onFile: (name: string, stream: AsyncIterable<Uint8Array>) => Promise<File>,
): Promise<Multipart<File>> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data'))
    throw new AppError('invalid', 'Send a form (multipart/form-data).', { field: null })
  const form = new Busboy({
    headers: { 'content-type': type },
    limits: { files: 1, fields: 20, fieldSize: MAX_FIELD_BYTES },
  })
  const fields: Record<string, string> = {}
  let file: Promise<File> | null = null
  form.on('field', (name, value) => {
    fields[name] = value
  })
  form.on('file', (_field, stream, name) => {
    file = onFile(name, stream)
    // Nobody reads on: the rest of the request is not waited for.
    file.catch((error: unknown) => form.destroy(error instanceof Error ? error : undefined))
  })
  try {
    await pipeline(Readable.from(piecesOf(request.body)), form)
    return { fields, file: await file }
  } catch (error) {
    if (error instanceof AppError || isOurs(error)) throw error
    throw new AppError('invalid', 'The form cannot be read.', { field: null }, { cause: error })
  }
}

async function* piecesOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
}

/** An error of the database; of the form's own, nothing has a code of five letters. */
const isOurs = (error: unknown) => error instanceof Error && error.name === 'PostgresError'
