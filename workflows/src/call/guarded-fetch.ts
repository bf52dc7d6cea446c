import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import { Agent, request } from 'undici'
import { callFault } from './call-fault'

const TIMEOUT_MS = 20_000
/** What a response may hold; a longer one is cut. */
const MAX_BODY_BYTES = 64 * 1024

export interface OutsideRequest {
  method: string
  url: string
  headers: Record<string, string>
  body: string | null
}

/** What an address answered; its body is to be read before `use` returns. */
export interface OutsideAnswer {
  status: number
  /** Where it sends on to, as it stands there. */
  location: string | null
  body: AsyncIterable<Uint8Array>
}

/**
 * Calls an address outside. The name is resolved once and that address is connected to, so that a second answer of
 * DNS cannot lead inside; redirects are not followed.
 * @throws AppError forbidden for a private, loopback or link-local address unless `allowPrivate`; invalid for no http(s) URL
 */
export async function guardedRequest<Answer>(
  { method, url, headers, body }: OutsideRequest,
  { allowPrivate, timeoutMs = TIMEOUT_MS }: { allowPrivate: boolean; timeoutMs?: number },
  use: (answer: OutsideAnswer) => Promise<Answer>,
): Promise<Answer> {
  const target = URL.canParse(url) ? new URL(url) : undefined
  if (!target || !/^https?:$/.test(target.protocol)) throw callFault('not-web')
  const address = await resolve(target.hostname.replace(/^\[|\]$/g, ''), allowPrivate)
  const agent = new Agent({
    connect: { lookup: pinned(address), timeout: 10_000 },
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  })
  try {
    const answer = await request(target, {
      method: method as 'POST',
      headers,
      body,
      dispatcher: agent,
      signal: AbortSignal.timeout(timeoutMs),
    })
    const { location } = answer.headers
    return await use({
      status: answer.statusCode,
      location: typeof location === 'string' ? location : null,
      body: answer.body,
    })
  } finally {
    await agent.destroy()
  }
}

/** The same, with the beginning of the answer as text. */
export const guardedFetch = (
  asked: OutsideRequest,
  guard: { allowPrivate: boolean },
): Promise<{ status: number; body: string }> =>
  guardedRequest(asked, guard, async ({ status, body }) => ({ status, body: await readSome(body) }))

interface Address {
  address: string
  family: number
}

async function resolve(host: string, allowPrivate: boolean): Promise<Address> {
  const found: Address[] = ipaddr.isValid(host)
    ? [{ address: host, family: ipaddr.parse(host).kind() === 'ipv4' ? 4 : 6 }]
    : await lookup(host, { all: true })
  const first = found[0]
  if (!first) throw callFault('no-address', { host })
  if (!allowPrivate && !found.every(({ address }) => isPublic(address)))
    throw callFault('private-network', { host })
  return first
}

/** Only plain unicast: not private, loopback, link-local, multicast, or one of those dressed as IPv6. */
export const isPublic = (address: string) => ipaddr.process(address).range() === 'unicast'

type LookupCallback = (error: Error | null, address: string | Address[], family?: number) => void

const pinned =
  ({ address, family }: Address) =>
  (_host: string, options: { all?: boolean }, callback: LookupCallback) =>
    options.all ? callback(null, [{ address, family }]) : callback(null, address, family)

async function readSome(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= MAX_BODY_BYTES) break
  }
  return Buffer.concat(chunks).subarray(0, MAX_BODY_BYTES).toString('utf8')
}
