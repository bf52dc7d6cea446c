import { addressOf, type DraftChange } from './draft-change'
import type { ActName } from './draft-document'

/** Who changed something, and when (ISO 8601); null where that is not known. */
export interface Author {
  by: string | null
  at: string | null
}

/** One act: what it is called and what it changed. */
export interface Act {
  name: ActName
  changes: DraftChange[]
  /** When it was done, in milliseconds. */
  at?: number
  /** Who has changed its values since, by what the change is about. */
  overtaken?: Readonly<Record<string, Author>>
}

/** Acts in the order they were done, and how many of them are done at the moment; those after it can be redone. */
export interface ActHistory {
  acts: Act[]
  done: number
}

/** Acts that can be taken back, at most. */
export const MAX_ACTS = 200

export const emptyHistory: ActHistory = { acts: [], done: 0 }

/** The history with one more act: what had been taken back is gone, and the oldest goes when there are too many. */
export function withAct({ acts, done }: ActHistory, act: Act): ActHistory {
  const kept = [...acts.slice(0, done), act].slice(-MAX_ACTS)
  return { acts: kept, done: kept.length }
}

/** The history whose last act also holds these changes, as when a word is typed letter by letter. */
export function withMore({ acts, done }: ActHistory, changes: DraftChange[]): ActHistory {
  const last = acts[done - 1]
  if (!last) return { acts, done }
  const merged = [...acts.slice(0, done - 1), { ...last, changes: joined(last.changes, changes) }]
  return { acts: merged, done }
}

/** Two runs of changes as one: of each value its first state and its last. */
function joined(first: DraftChange[], then: DraftChange[]): DraftChange[] {
  const all = new Map(first.map((change) => [addressOf(change), change]))
  for (const change of then) {
    const known = all.get(addressOf(change))
    all.set(
      addressOf(change),
      known ? ({ ...change, before: known.before } as DraftChange) : change,
    )
  }
  return [...all.values()]
}
