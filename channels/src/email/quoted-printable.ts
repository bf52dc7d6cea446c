const CR = 0x0d
const LF = 0x0a
const SPACE = 0x20
const TAB = 0x09
const EQUALS = 0x3d
const HEX = Buffer.from('0123456789ABCDEF')
/** RFC 2045, 6.7: at most 76 characters, the soft break's `=` included. */
const LINE = 75

/** By byte: 1 for what stands for itself wherever it is. */
const plain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte > SPACE && byte < 0x7f && byte !== EQUALS ? 1 : 0,
)

/** Written to and copied from in one turn: four times a mail's size, new for each, kept the collector of garbage busy. */
let scratch = Buffer.alloc(0)

/**
 * A text as quoted-printable UTF-8 (RFC 2045, 6.7), its line breaks as CRLF. One pass over the bytes, where the
 * library takes several: see docs/speed.md.
 */
export function quotedPrintable(text: string): Buffer {
  const bytes = Buffer.from(text.replace(/\r\n|\r|\n/g, '\r\n'))
  // Each byte may become three, and each 25 of those a line with a break of three.
  const most = bytes.length * 4 + 3
  if (scratch.length < most) scratch = Buffer.allocUnsafeSlow(most)
  const out = scratch
  let end = 0
  let column = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    // Most are, so they are asked about first.
    if (plain[byte] === 1 && column < LINE) {
      out[end++] = byte
      column++
      continue
    }
    if (byte === CR && bytes[i + 1] === LF) {
      out[end++] = CR
      out[end++] = LF
      i++
      column = 0
      continue
    }
    const next = bytes[i + 1]
    // White space at the end of a line would be cut off on the way.
    const isInside = (byte === SPACE || byte === TAB) && next !== undefined && next !== CR
    const isPlain = plain[byte] === 1 || isInside
    if (column + (isPlain ? 1 : 3) > LINE) {
      out[end++] = EQUALS
      out[end++] = CR
      out[end++] = LF
      column = 0
    }
    if (isPlain) {
      out[end++] = byte
      column++
    } else {
      out[end++] = EQUALS
      out[end++] = HEX[byte >> 4] ?? 0
      out[end++] = HEX[byte & 15] ?? 0
      column += 3
    }
  }
  return Buffer.from(out.subarray(0, end))
}
