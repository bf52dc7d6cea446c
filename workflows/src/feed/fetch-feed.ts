import { createHash } from 'node:crypto'
import { AppError } from '@relance/core/error/app-error'
import type { FeedFailure } from '@relance/core/product/feed'
import type { DueFeed, FetchEnd } from '@relance/db/catalogue/take-feed'
import type { Scope } from '@relance/db/connection/scope'
import { queueImport } from '@relance/db/import/queue-import'
import { dropFile, storeFile } from '@relance/db/import/store-file'
import { guardedRequest, type OutsideAnswer } from '../call/guarded-fetch'
import { feedTable } from './feed-table'

const MAX_BYTES = 100 * 1024 * 1024
const TIMEOUT_MS = 5 * 60_000
const MOST_REDIRECTS = 3

/** Why a feed is no catalogue. */
class FeedError extends Error {
  constructor(
    readonly failure: FeedFailure,
    readonly detail: string | null = null,
  ) {
    super(failure)
  }
}

/** What the database threw: not the feed's fault, and tried again. */
class OwnError extends Error {}

const own = <Answer>(work: Promise<Answer>): Promise<Answer> =>
  work.catch((cause: unknown) => {
    throw cause instanceof FeedError ? cause : new OwnError('The file was not kept.', { cause })
  })

/**
 * Fetches a feed and hands it to the imports, each product of it replacing what was known. The same file as last time
 * is not read again. Each redirect is looked at like the first address.
 */
export async function fetchFeed(
  scope: Scope,
  feed: DueFeed,
  { allowPrivate }: { allowPrivate: boolean },
): Promise<FetchEnd> {
  try {
    return await follow(scope, feed, feed.url, allowPrivate)
  } catch (error) {
    const { failure, detail } = asFailure(error)
    return { failure, detail }
  }
}

async function follow(
  scope: Scope,
  feed: DueFeed,
  address: string,
  allowPrivate: boolean,
  hops = 0,
): Promise<FetchEnd> {
  const asked = {
    method: 'GET',
    url: address,
    headers: { accept: 'text/csv, application/xml, */*' },
    body: null,
  }
  const guard = { allowPrivate, timeoutMs: TIMEOUT_MS }
  const found = await guardedRequest(asked, guard, async (answer) =>
    answer.status >= 300 && answer.status < 400 && answer.location
      ? { next: new URL(answer.location, address).href }
      : { end: await keep(scope, feed, address, answer) },
  )
  if (found.end) return found.end
  if (hops === MOST_REDIRECTS) throw new FeedError('too-many-redirects')
  return follow(scope, feed, found.next ?? address, allowPrivate, hops + 1)
}

async function keep(
  scope: Scope,
  feed: DueFeed,
  address: string,
  { status, body }: OutsideAnswer,
): Promise<FetchEnd> {
  if (status !== 200) throw new FeedError('bad-answer', `HTTP ${status}`)
  const hash = createHash('sha256')
  const name = new URL(address).pathname.split('/').at(-1) || 'catalogue'
  const { id } = await own(storeFile(scope, name, checked(body, hash)))
  const digest = hash.digest('hex')
  if (digest === feed.digest) {
    await own(dropFile(scope, id))
    return { importId: null }
  }
  await own(queueImport(scope, id, { kind: 'products', onDuplicate: 'update' }))
  return { importId: id, digest }
}

type Hash = { update(piece: Uint8Array): unknown }

/** The table a feed holds. What breaks while it is read is the other side's. */
async function* checked(body: AsyncIterable<Uint8Array>, hash: Hash) {
  let size = 0
  try {
    for await (const piece of feedTable(hashed(body, hash))) {
      size += piece.length
      // Unpacked it may be a thousand times what was sent.
      if (size > MAX_BYTES) throw new FeedError('too-large')
      yield piece
    }
  } catch (error) {
    throw asFailure(error)
  }
  if (size === 0) throw new FeedError('not-a-table')
}

async function* hashed(body: AsyncIterable<Uint8Array>, hash: Hash) {
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > MAX_BYTES) throw new FeedError('too-large')
    hash.update(piece)
    yield piece
  }
}

function asFailure(error: unknown): FeedError {
  if (error instanceof FeedError) return error
  if (error instanceof OwnError) throw error.cause
  if (error instanceof AppError && error.code === 'forbidden')
    return new FeedError('private-address')
  if (!(error instanceof Error)) throw error
  if (error.name.endsWith('TimeoutError')) return new FeedError('too-slow')
  if ('code' in error && String(error.code).startsWith('Z_')) return new FeedError('not-a-table')
  // An encoding that nobody knows.
  if (error instanceof RangeError) return new FeedError('not-a-table')
  return new FeedError('unreachable', causeOf(error))
}

const causeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.message
