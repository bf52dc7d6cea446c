import { DAY } from './minutes'
import type { Person } from './person'
import type { Mail, Run } from './run'
import type { Shop } from './shop'
import { Undetermined } from './story'

const WINDOW = 7 * DAY

/** Mails that take a place: on their way, or sent within the window. What is held takes none. */
function counted({ now }: Shop, { mails }: Person, except: Mail | null): number[] {
  return mails
    .filter(({ state, isHeld }) => (state === 'queued' || state === 'sent') && !isHeld)
    .filter((mail) => mail !== except)
    .map(({ sentAt, sendAt }) => sentAt ?? Math.max(sendAt, now))
    .filter((at) => at > now - WINDOW)
    .sort((a, b) => a - b)
}

/** When the limit leaves room for one more mail to somebody; null: now, or there is no limit. */
export function roomAt(shop: Shop, person: Person, except: Mail | null = null): number | null {
  if (shop.most === null) return null
  const taken = counted(shop, person, except)
  const oldest = taken[taken.length - shop.most]
  return oldest === undefined ? null : oldest + WINDOW
}

/**
 * Before a step asks for room. Which of several runs of one person comes first within an instant is a matter of
 * taste where there is not enough for all of them.
 * @throws Undetermined
 */
export function standInLine(shop: Shop, run: Run): void {
  if (shop.most === null) return
  const { now } = shop
  const { person } = run
  const isMoving = ({ state, dueAt, inbox, flow }: Run) =>
    state === 'waiting' &&
    flow.status !== 'paused' &&
    (inbox.length > 0 || (dueAt !== null && dueAt <= now))
  const others = person.runs.filter(
    (other) => other !== run && (other.askedAt === now || isMoving(other)),
  )
  run.askedAt = now
  if (others.length > 0 && counted(shop, person, null).length + others.length >= shop.most)
    throw new Undetermined('Several runs of one person, and not enough room, in one instant.')
}
