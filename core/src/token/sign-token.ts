import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { keyedHash } from './keyed-hash'

/** Bytes of HMAC-SHA256 kept: 128 bits cannot be guessed, and links in mails stay short. */
const MAC_BYTES = 16

/**
 * What a link in a mail carries: `w` workspace, `m` message, `k` what it does
 * (`o` open pixel, `r` redirect, `u` unsubscribe, `v` tells the site who has clicked), `u` the target of a redirect,
 * `n` which of several links to that target it is (left out of the first),
 * `t` when it was signed, in seconds since 1970.
 * Written as `base64url(JSON).base64url(HMAC-SHA256, first 16 bytes)`.
 */
export const tokenPayload = z.strictObject({
  w: z.uuid(),
  m: z.uuid(),
  k: z.enum(['o', 'r', 'u', 'v']),
  u: z.string().max(4000).optional(),
  n: z.int().min(2).max(999).optional(),
  t: z.int().optional(),
})
export type TokenPayload = z.infer<typeof tokenPayload>

const macOf = (secret: Uint8Array, body: string): string =>
  Buffer.from(keyedHash(secret, body).slice(0, 2 * MAC_BYTES), 'hex').toString('base64url')

/** A payload as a token that only the holder of the workspace's secret can make. */
export function signToken(secret: Uint8Array, payload: TokenPayload): string {
  const body = Buffer.from(JSON.stringify(payload)).toString('base64url')
  return `${body}.${macOf(secret, body)}`
}

/** What a token says, not yet believed: needed to know whose secret checks it. Null where it is no token. */
export function peekToken(token: string): TokenPayload | null {
  const [body = ''] = token.split('.')
  try {
    return (
      tokenPayload.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))).data ??
      null
    )
  } catch {
    return null // not JSON: somebody typed it
  }
}

/** What a token says when it was signed with this secret, else null. */
export function readToken(secret: Uint8Array, token: string): TokenPayload | null {
  const [body = '', mac = '', ...rest] = token.split('.')
  // Compared as text: several texts decode to the same bytes, and only one of them is ours.
  const [given, wanted] = [Buffer.from(mac), Buffer.from(macOf(secret, body))]
  if (rest.length > 0 || given.length !== wanted.length) return null
  return timingSafeEqual(given, wanted) ? peekToken(token) : null
}
