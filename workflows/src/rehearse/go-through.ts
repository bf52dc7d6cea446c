import { loadContact } from '@relance/db/contact/load-contact'
import type { InboxItem } from '@relance/db/enrolment/inbox'
import { type Assumed, assumeEvent } from '@relance/db/rehearsal/assume-event'
import type { Fact } from '@relance/db/rehearsal/facts-after'
import { replayFact } from '@relance/db/rehearsal/replay-fact'
import { setRehearsedNow } from '@relance/db/rehearsal/set-rehearsed-now'
import { checkEnds } from '../burst/check-ends'
import { goOn } from '../burst/go-on'
import type { Walk } from '../burst/walk'
import { settleWalk } from '../burst/walk-on'
import { assumeCall } from './assume-call'
import { assumeWait } from './assume-wait'
import type { Story } from './story'

/** A run moves so often at most: a loop that turns every day for a year. */
const MOST_BURSTS = 400

/**
 * Moves the rehearsal's clock from one instant to the next at which something happens, a burst at each, until the run
 * ends, stands still, or the clock has come to `until`.
 */
export async function goThrough(
  story: Story,
  walk: Walk,
  until: Date | null,
): Promise<{ isCutShort: boolean }> {
  for (let burst = 0; burst < MOST_BURSTS; burst++) {
    story.checkTime()
    rest(story, walk)
    const { state } = walk.enrolment
    if (state === 'ended' || state === 'attention') return { isCutShort: false }
    const call = state === 'calling' ? assumeCall(story, walk) : undefined
    const own = ownWrites(walk)
    const next = call || own.length > 0 ? { at: walk.clock.now } : whatComes(story, walk)
    if (!next || (until && next.at > until)) {
      if (until && until > walk.clock.now) await moveClock(walk, until)
      return { isCutShort: false }
    }
    if (next.at > walk.clock.now) await moveClock(walk, next.at)
    const inbox = [...own, ...(await heardOf(walk, next))]
    if (inbox.length === 0 && !call && !isDue(walk)) continue
    await oneBurst(walk, inbox, call)
  }
  return { isCutShort: true }
}

/** The end of a burst: what it asked to be sent has gone, and what follows from where it stands is known. */
function rest(story: Story, walk: Walk): void {
  settleWalk(walk)
  story.sent.push(...walk.messages)
  walk.messages = []
  walk.calls = []
}

type Next = { at: Date; fact?: Fact; assumed?: Assumed }

/** The next instant: something known happens, something is due, or what is assumed of the wait comes. */
function whatComes(story: Story, walk: Walk): Next | null {
  const { dueAt, exitDueAt } = walk.enrolment
  const due = [dueAt, exitDueAt].flatMap((at) => (at ? [at] : []))
  const first = due.length ? new Date(Math.min(...due.map((at) => at.getTime()))) : null
  const [fact] = story.facts
  if (fact && (!first || fact.at <= first)) {
    story.facts.shift()
    return { at: fact.at, fact }
  }
  if (first && first <= story.presentAt) return { at: first }
  const assumed = assumeWait(story, walk)
  if (assumed && (!first || assumed.at <= first)) return { at: assumed.at, assumed }
  return first ? { at: first } : null
}

async function moveClock(walk: Walk, to: Date): Promise<void> {
  await setRehearsedNow(walk.tx, to)
  walk.clock = { ...walk.clock, now: to }
}

/** Takes in what happens at this instant, as the run hears of it. */
async function heardOf(walk: Walk, { fact, assumed }: Next): Promise<InboxItem[]> {
  const { tx, enrolment } = walk
  if (assumed) {
    const { event, keys } = await assumeEvent(tx, enrolment.contactId, assumed)
    return itemsOf(walk, event, keys)
  }
  if (!fact) return []
  const keys = await replayFact(tx, enrolment.contactId, fact)
  const told =
    fact.kind === 'event'
      ? fact.event
      : { id: enrolment.id, name: fact.kind, at: fact.at, properties: {} }
  return itemsOf(walk, told, keys)
}

/** What its own steps set, where it listens for that. */
function ownWrites(walk: Walk): InboxItem[] {
  const items = walk.heard.flatMap(({ heard, keys }) => itemsOf(walk, heard, keys))
  walk.heard = []
  return items
}

const itemsOf = (
  { enrolment }: Walk,
  {
    id,
    name,
    at,
    properties,
  }: { id: string; name: string; at: Date; properties: Record<string, unknown> },
  keys: string[],
): InboxItem[] =>
  keys
    .filter((key) => enrolment.listens.includes(key))
    .map((key) => ({ eventId: id, key, name, at, properties }))

const isDue = ({ enrolment: { dueAt, exitDueAt }, clock }: Walk) =>
  (dueAt !== null && dueAt <= clock.now) || (exitDueAt !== null && exitDueAt <= clock.now)

/** As a burst under way does it: first whether it ends, then the step. */
async function oneBurst(
  walk: Walk,
  inbox: InboxItem[],
  call: ReturnType<typeof assumeCall> | undefined,
): Promise<void> {
  const { enrolment } = walk
  walk.contact = await loadContact(walk.tx, enrolment.contactId)
  enrolment.bursts++
  await checkEnds(walk, inbox)
  if (hasEnded(walk)) return
  const here = inbox.filter(({ key }) => enrolment.nodeListens.includes(key))
  await goOn(walk, here, call)
}

/** Asked through a function: the walk changes the state where the compiler does not see it. */
const hasEnded = ({ enrolment }: Walk) => enrolment.state === 'ended'
