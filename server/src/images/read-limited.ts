import { AppError } from '@relance/core/error/app-error'

/**
 * A request's body, given up on as soon as it is known to be longer than it may be: by what it says of itself, else by what
 * has come in.
 * @throws AppError too-large
 */
export async function readLimited(request: Request, most: number): Promise<Buffer> {
  const tooLarge = () =>
    new AppError('too-large', `A picture may weigh ${Math.floor(most / 1024 ** 2)} MB at most.`)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    // Leaving the loop ends the stream: the rest is never taken in.
    if (length > most) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
