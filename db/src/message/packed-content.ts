import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** The two bodies of a mail. */
export interface Bodies {
  html: string
  text: string
}

/** What mails of one version have in common. */
export interface Words {
  /** A UUID of their hash: the same words have the same id for ever. */
  id: string
  words: string
  bytes: Buffer
}

const known = new WeakMap<Bodies, Words>()

/** The words of a version's text, worked out once for each. */
export function wordsOf(version: Bodies): Words {
  const before = known.get(version)
  if (before) return before
  // The HTML last: of what is longer than zlib looks back, 32 kB, the end counts.
  const words = version.text + version.html
  const hash = createHash('sha256').update(words).digest('hex').slice(0, 32)
  const id = hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const made = { id, words, bytes: Buffer.from(words) }
  known.set(version, made)
  return made
}

/** The quickest, as against its words a mail is small at every level; and little room at once, where zlib takes 16 kB. */
const OPTIONS = { level: 1, chunkSize: 4096 }

/** A mail's bodies, packed against its version's words: some hundred bytes, most of them its signed links. */
export const packContent = ({ html, text }: Bodies, { bytes }: Words): Buffer =>
  deflateRawSync(`${text.length}\n${text}${html}`, { ...OPTIONS, dictionary: bytes })

/** The bodies as they were packed. Throws where the words are not the ones they were packed against. */
export function unpackContent(packed: Uint8Array, words: string): Bodies {
  const whole = inflateRawSync(packed, { dictionary: Buffer.from(words) }).toString()
  const from = whole.indexOf('\n') + 1
  const to = from + Number(whole.slice(0, from - 1))
  return { text: whole.slice(from, to), html: whole.slice(to) }
}
