import { v7 } from 'uuid'
import { z } from 'zod'

const BYTES = 16
/** Asking the system for random bytes costs more than all the rest of an id, so many are taken at once. */
const pool = new Uint8Array(BYTES * 256)
let used = pool.length
let msecs = 0
let sequence = 0

/** A new UUIDv7: sorts by the time it was made, so keys stay close together in an index. */
export function newId(): string {
  const random = freshBytes()
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    sequence = startOf(random)
  } else {
    sequence = (sequence + 1) | 0
    // Of one millisecond, or of a clock that was set back, all are counted on.
    if (sequence === 0) msecs++
  }
  return v7({ random, msecs, seq: sequence })
}

function freshBytes(): Uint8Array {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  used += BYTES
  return pool.subarray(used - BYTES, used)
}

/** Where counting begins within a millisecond: in the lower half, so that it does not run over. */
function startOf(random: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = random.subarray(6, 10)
  return ((a & 0x7f) << 24) | (b << 16) | (c << 8) | d
}

/** Names a node within its flow; never reused. */
export const nodeId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** A word of ours: type, exit, reason. Kebab-case. */
export const word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
