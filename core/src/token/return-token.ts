import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from './keyed-hash'

/** Bytes of HMAC-SHA256 kept: 80 bits, as the part of an address before its @ has 64 characters at most. */
const MAC_BYTES = 10
/** Half of the workspace's id, the message's, and the signature. */
const BYTES = 8 + 16 + MAC_BYTES
/** Of base 32: five bits each. */
export const RETURN_TOKEN_LENGTH = Math.ceil((BYTES * 8) / 5)

/** Whose message comes back. */
export interface ReturnedTo {
  workspaceId: string
  messageId: string
}

/** What a return address claims, not yet believed. */
export interface ClaimedReturn {
  /** The first eight bytes of the workspace's id, as 16 hex digits: there is no room for all of it. */
  workspaceStart: string
  messageId: string
}

const hexOf = (id: string) => id.replaceAll('-', '')

const macOf = (secret: Uint8Array, { workspaceId, messageId }: ReturnedTo): string =>
  keyedHash(secret, `return:${workspaceId}:${messageId}`).slice(0, MAC_BYTES * 2)

/**
 * The token in the address that a message's answers and reports come back to, 55 letters and digits. It reads the
 * same in small and in capital letters, since servers on the way may change them.
 */
export function signReturnToken(secret: Uint8Array, to: ReturnedTo): string {
  const hex = `${hexOf(to.workspaceId).slice(0, 16)}${hexOf(to.messageId)}${macOf(secret, to)}`
  return BigInt(`0x${hex}`).toString(32).padStart(RETURN_TOKEN_LENGTH, '0')
}

/** The hex digits behind a token, or null where it is none. */
function hexBehind(token: string): string | null {
  if (token.length !== RETURN_TOKEN_LENGTH || !/^[0-9a-v]+$/i.test(token)) return null
  const number = [...token].reduce((sum, digit) => sum * 32n + BigInt(parseInt(digit, 32)), 0n)
  const hex = number.toString(16).padStart(BYTES * 2, '0')
  return hex.length === BYTES * 2 ? hex : null
}

/** What a token says, not yet believed: needed to know whose secret checks it. Null where it is no token. */
export function peekReturnToken(token: string): ClaimedReturn | null {
  const id = hexBehind(token)?.slice(16, 48)
  if (id === undefined) return null
  const messageId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { workspaceStart: hexBehind(token)?.slice(0, 16) ?? '', messageId }
}

/** The message of a token that this workspace's secret has signed, else null. */
export function readReturnToken(
  secret: Uint8Array,
  workspaceId: string,
  token: string,
): string | null {
  const claimed = peekReturnToken(token)
  if (!claimed || !hexOf(workspaceId).startsWith(claimed.workspaceStart)) return null
  const { messageId } = claimed
  const wanted = Buffer.from(signReturnToken(secret, { workspaceId, messageId }))
  return timingSafeEqual(wanted, Buffer.from(token.toLowerCase())) ? messageId : null
}
