import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { xmlTable } from './xml-table'

const GZIP = [0x1f, 0x8b]
/** Enough of a file's beginning to see what it is, and which encoding XML says. */
const SEEN_BYTES = 200

/** A feed's bytes as a table's: unpacked where they are packed, as CSV where they are XML. Throws what unpacking throws. */
export async function* feedTable(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packed = await begun(bytes)
  const isPacked = GZIP.every((byte, index) => packed.head[index] === byte)
  const { head, all } = isPacked ? await begun(unpacked(packed.all)) : packed
  const beginning = Buffer.from(head).toString('latin1')
  if (!/^(?:\u00ef\u00bb\u00bf)?\s*</.test(beginning)) return yield* all
  const [, encoding = 'utf-8'] = /^[^>]*encoding=["']([\w-]+)["']/.exec(beginning) ?? []
  for await (const lines of xmlTable(decoded(all, encoding))) yield Buffer.from(lines)
}

/** The first bytes, and all of them again. */
async function begun(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  let isOver = false
  while (size < SEEN_BYTES && !isOver) {
    const { done, value } = await iterator.next()
    isOver = done === true
    if (!value) continue
    first.push(value)
    size += value.length
  }
  async function* all() {
    try {
      yield* first
      while (!isOver) {
        const { done, value } = await iterator.next()
        if (done) return
        yield value
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(first).subarray(0, SEEN_BYTES), all: all() }
}

/** What fails on the way in fails on the way out. */
async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  const source = Readable.from(bytes)
  source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip)
  try {
    yield* gunzip
  } finally {
    source.destroy()
  }
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: string) {
  const decoder = new TextDecoder(encoding)
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}
