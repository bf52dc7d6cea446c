/** What a place is counted by. `workspace`: all mails; `sender`: a domain that mails come from; `domain`: one they go to. */
export type LimitKind = 'workspace' | 'sender' | 'domain'

export type PlaceReason = 'domain-limit' | 'warm-up'

/** What one window of a limit has let out, and how many it has been promised to. */
export interface WindowCount {
  taken: number
  promised: number
}

/** One limit, with what its windows hold. Place 0 is the window of now. */
export interface Limit {
  reason: PlaceReason
  /** How many the n-th window from now lets out; null: all. */
  most(window: number): number | null
  startsAt(window: number): Date
  count(window: number): WindowCount
}

export interface PlaceAsked {
  /** Counts, and always goes. */
  service: boolean
  /** When it took its places; null: never. A retry within the window takes no second one. */
  placedAt: Date | null
}

/** Not in this window: why, and when there is room. */
export interface NoPlace {
  reason: PlaceReason
  until: Date
}

/** Where every window for so long is promised, one more asks again then. */
const MOST_WINDOWS = 60

/**
 * Takes a mail's place under all of its limits, or none and promises it the earliest window that has room: those who
 * wait come in the order they asked, each window no more than it lets out. Changes the counts; null: it may go.
 */
export function takePlace(
  limits: readonly Limit[],
  { service, placedAt }: PlaceAsked,
): NoPlace | null {
  const open = limits.filter((limit) => placedAt === null || placedAt < limit.startsAt(0))
  const full = open.filter((limit) => isFull(limit.most(0), limit.count(0).taken))
  if (service || full.length === 0) {
    for (const limit of open) limit.count(0).taken++
    return null
  }
  const promises = full.map((limit) => ({ reason: limit.reason, until: promise(limit) }))
  return promises.reduce((last, one) => (one.until > last.until ? one : last))
}

function promise(limit: Limit): Date {
  let window = 1
  while (window < MOST_WINDOWS && isFull(limit.most(window), limit.count(window).promised)) window++
  limit.count(window).promised++
  return limit.startsAt(window)
}

const isFull = (most: number | null, count: number) => most !== null && count >= most
