import { checkInvariants } from '@relance/db/invariant/check-invariants'
import { atMost, exactly, type Row, told } from '../../part'
import { becomes, persist } from '../stack/persist'
import type { Shop } from './shop'

/** How a shop's people stand. */
export interface Standing {
  entered: number
  ended: number
  attention: number
  /** Queued or being sent. */
  underWay: number
  sent: number
  failed: number
  refused: number
  events: number
  wakes: number
}

export const standing = ({ owner }: Shop): Promise<Standing> =>
  persist(async () => {
    const [row] = await owner<Standing[]>`
      select (select count(*)::int from enrolments) as entered,
        (select count(*)::int from enrolments where state = 'ended') as ended,
        (select count(*)::int from enrolments where state = 'attention') as attention,
        (select count(*)::int from messages where state in ('queued', 'sending')) as "underWay",
        (select count(*)::int from messages where state = 'sent') as sent,
        (select count(*)::int from messages where state = 'failed') as failed,
        (select count(*)::int from messages where state = 'refused') as refused,
        (select count(*)::int from event_queue) as events,
        (select count(*)::int from outbox) as wakes`
    if (!row) throw new Error('a select without from answers one row')
    return row
  })

/** Messages a worker has in its hands. */
export const sending = ({ owner }: Shop): Promise<number> =>
  persist(async () => {
    const [row] = await owner<{ n: number }[]>`
      select count(*)::int as n from messages where state = 'sending'`
    return row?.n ?? 0
  })

/**
 * Sends that were begun and whose answer was never written down: each of those mails may have been taken, and go once
 * more. Of no other may there be two.
 */
export const unfinishedAttempts = ({ owner }: Shop): Promise<number> =>
  persist(async () => {
    const [row] = await owner<{ n: number }[]>`
      select count(*)::int as n from message_attempts where finished_at is null`
    return row?.n ?? 0
  })

const TELL_EVERY_MS = 15_000

/** Waits until `entered` people have entered and ended and nothing is under way; false when that takes longer. */
export function settles(
  shop: Shop,
  entered: number,
  withinMs: number,
  say: (line: string) => void,
): Promise<boolean> {
  let toldAt = performance.now()
  return becomes(async () => {
    const now = await standing(shop)
    if (performance.now() - toldAt > TELL_EVERY_MS) {
      toldAt = performance.now()
      say(`  still: ${JSON.stringify(now)}`)
    }
    return (
      now.entered >= entered &&
      now.ended + now.attention === now.entered &&
      now.underWay + now.events + now.wakes === 0
    )
  }, withinMs)
}

/** Mails the server has more than once. */
export function doubles({ mail }: Shop): number {
  return mail.taken.length - new Set(mail.taken.map(({ messageId }) => messageId)).size
}

export interface Expected {
  /** Stands before each figure. */
  name: string
  people: number
  mails: number
  /** No more mails than this may be there twice. */
  doublesAtMost: number
}

/** What must be true of a shop after it was struck. */
export async function verdict(shop: Shop, expected: Expected): Promise<Row[]> {
  const { name, people, mails, doublesAtMost } = expected
  const now = await standing(shop)
  const arrived = new Set(shop.mail.taken.map(({ messageId }) => messageId)).size
  return [
    exactly(`${name}: people who ended`, now.ended, people, ''),
    exactly(`${name}: people stuck`, now.entered - now.ended, 0, ''),
    exactly(`${name}: messages marked sent`, now.sent, mails, ''),
    exactly(`${name}: messages at the mail server`, arrived, mails, ''),
    atMost(`${name}: mails sent twice`, doubles(shop), doublesAtMost, ''),
    ...(await brokenInvariants(shop, name, doublesAtMost)),
  ]
}

/** The invariants; number 15 (accepted once) is what a kill between yes and commit may break, and is told apart. */
export async function brokenInvariants(
  { owner }: Shop,
  name: string,
  doublesAtMost: number,
): Promise<Row[]> {
  const broken = await persist(() => checkInvariants(owner, { grace: '2 minutes' }))
  const others = broken.filter(({ number }) => number !== 15)
  for (const { number, says, rows } of others)
    console.log(`${name}: ${number}. ${says}\n${JSON.stringify(rows.slice(0, 5), null, 2)}`)
  const twice = broken.find(({ number }) => number === 15)?.rows.length ?? 0
  return [
    exactly(`${name}: invariants broken`, others.length, 0, ''),
    doublesAtMost === 0
      ? exactly(`${name}: messages accepted twice by our books`, twice, 0, '')
      : told(`${name}: messages accepted twice by our books`, twice, ''),
  ]
}
