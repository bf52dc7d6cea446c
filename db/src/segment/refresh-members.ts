import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'
import { recordEvent } from '../event/record-event'
import type { RuleMoment } from '../rule/rule-moment'
import { segmentGround } from '../rule/with-segments'
import { noteTrouble } from '../trouble/note-trouble'
import { askMembers, type Standing } from './ask-members'
import { EVERYTHING, isCovered, type LiveSegment, liveSegments } from './live-segments'
import { writeMembers } from './write-members'

/** Who is to be asked, and by which segments. */
export interface MemberCheck {
  contactId: string
  /** What has changed of them: event names, `field:…`, `consent:…`; EVERYTHING: every segment asks. */
  keys: readonly string[]
  /** Segments that ask whatever has changed: their instant for this contact has come. */
  segmentIds?: readonly string[]
  /** Nobody is told who entered or left: a past that was brought in starts no scenario. */
  silent?: boolean
}

/**
 * Brings a contact's membership up to date, in the transaction that changed the contact and under its lock. Only
 * those segments ask whose rule looks at what has changed, or at a segment that was entered or left just now.
 * Entering and leaving are events of ours, queued where somebody could react.
 * @returns `segment:<id>` and the name of the event, for each segment entered or left
 */
export const refreshMembers = batched<MemberCheck, string[]>(async (tx, checks) => {
  const segments = await liveSegments(tx, {
    keys: [...new Set(checks.flatMap(({ keys }) => keys))],
    segmentIds: [...new Set(checks.flatMap(({ segmentIds = [] }) => segmentIds))],
  })
  const moves = new Moves(checks)
  if (!segments.some((segment) => moves.askedBy(segment).length > 0)) return checks.map(() => [])
  const { now, timeZone } = await getClock(tx)
  const moment = { now, timeZone, segments: await segmentGround(tx) }
  for (const segment of segments) {
    const contactIds = moves.askedBy(segment)
    if (contactIds.length > 0)
      moves.note(segment, await refreshOne(tx, segment, contactIds, moment))
  }
  await tell(tx, moves, now)
  return checks.map(({ contactId }) => moves.keysOf(contactId))
})

/** Asks one segment. One that cannot be asked any more keeps its members, and is told of. */
async function refreshOne(
  tx: Tx,
  segment: LiveSegment,
  contactIds: string[],
  moment: RuleMoment,
): Promise<{ entered: string[]; left: string[] }> {
  let standings: Standing[]
  try {
    standings = await askMembers(tx, segment, contactIds, moment)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error
    await noteTrouble(tx, { queue: 'segments', subject: segment.id, error: error.message })
    return { entered: [], left: [] }
  }
  return writeMembers(tx, segment.id, standings, moment.now)
}

interface Move {
  contactId: string
  segment: LiveSegment
  name: 'Entered Segment' | 'Left Segment'
}

/** What has changed of whom so far, the segments they entered or left included. */
class Moves {
  readonly #keys = new Map<string, Set<string>>()
  readonly #due = new Map<string, Set<string>>()
  readonly #silent = new Set<string>()
  readonly #moves: Move[] = []

  constructor(checks: readonly MemberCheck[]) {
    for (const { contactId, keys, segmentIds = [], silent } of checks) {
      this.#keys.set(contactId, new Set([...(this.#keys.get(contactId) ?? []), ...keys]))
      this.#due.set(contactId, new Set([...(this.#due.get(contactId) ?? []), ...segmentIds]))
      if (silent) this.#silent.add(contactId)
    }
  }

  /** Whom a segment must ask now: whoever a filling has not come to yet is asked by it. */
  askedBy(segment: LiveSegment): string[] {
    const listens = [EVERYTHING, ...segment.listens]
    return (
      [...this.#keys]
        .filter(
          ([contactId, keys]) =>
            listens.some((key) => keys.has(key)) || this.#due.get(contactId)?.has(segment.id),
        )
        .map(([contactId]) => contactId)
        // What is told nobody may come before the filling, which then finds it done.
        .filter((contactId) => this.#silent.has(contactId) || isCovered(segment, contactId))
    )
  }

  note(segment: LiveSegment, { entered, left }: { entered: string[]; left: string[] }): void {
    const all = [
      ...entered.map((contactId) => ({ contactId, segment, name: 'Entered Segment' as const })),
      ...left.map((contactId) => ({ contactId, segment, name: 'Left Segment' as const })),
    ]
    for (const { contactId } of all) this.#keys.get(contactId)?.add(`segment:${segment.id}`)
    this.#moves.push(...all)
  }

  /** Those that are told of, in the order they happened. */
  told(): Move[] {
    return this.#moves.filter(({ contactId }) => !this.#silent.has(contactId))
  }

  keysOf(wanted: string): string[] {
    const own = this.told().filter(({ contactId }) => contactId === wanted)
    return [...new Set(own.flatMap(({ segment, name }) => [`segment:${segment.id}`, name]))]
  }
}

async function tell(tx: Tx, moves: Moves, at: Date): Promise<void> {
  await Promise.all(
    moves.told().map(({ contactId, segment, name }) =>
      recordEvent(tx, {
        contactId,
        name,
        properties: { segment_id: segment.id, name: segment.name },
        at,
        keys: [`segment:${segment.id}`],
      }),
    ),
  )
}
