const BROKEN = /\\u0000|\\ud[89a-f]/i
// A half of a surrogate pair, which no UTF-8 text can hold; NUL, which no Postgres text can.
const UNSTORABLE = /\p{Surrogate}|\0/gu

const repaired = (text: string) => text.replaceAll(UNSTORABLE, '\ufffd')

/** A JSON value without the characters that Postgres cannot hold, and its size in bytes. */
export function storableJson(value: unknown): { value: unknown; bytes: number } {
  const text = JSON.stringify(value) ?? 'null'
  const bytes = Buffer.byteLength(text)
  if (!BROKEN.test(text)) return { value, bytes }
  return { value: JSON.parse(text, (_key, part: unknown) => clean(part)), bytes }
}

function clean(part: unknown): unknown {
  if (typeof part === 'string') return repaired(part)
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [repaired(key), inner]))
}
