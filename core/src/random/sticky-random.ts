import { sha256 } from '@noble/hashes/sha2.js'

/**
 * A number in [0, 1) that is the same for the same seed, for good, in the browser and on the server:
 * the first four bytes of its SHA-256, big-endian, over 2^32.
 */
export function stickyRandom(seed: string): number {
  const hash = sha256(new TextEncoder().encode(seed))
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0) / 2 ** 32
}
