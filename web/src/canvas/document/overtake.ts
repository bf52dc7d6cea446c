import type { Act, ActHistory, Author } from './act-history'
import { addressOf, type DraftChange, same } from './draft-change'

/** A value of one's own that somebody else has changed: what it became, what it was, and who did it. */
export interface Overtaken {
  change: DraftChange
  author: Author
  /** When one's own act was done, in milliseconds. */
  at: number
}

/**
 * Notes in one's history whose values others have changed, so that taking back says who it was. Answers with it what
 * was changed, each value once, of the latest act about it; not that cards made way, or paths were joined, for a step
 * that came or went.
 */
export function overtake(
  history: ActHistory,
  changes: DraftChange[],
  author: Author,
): { history: ActHistory; lost: Overtaken[] } {
  const byAddress = new Map(changes.map((change) => [addressOf(change), change]))
  const removed = new Map(
    changes.flatMap((change): [string, DraftChange][] =>
      change.part === 'node' && !change.after ? [[change.key, change]] : [],
    ),
  )
  const makesWay = changes.some(({ part, before, after }) => part === 'node' && !(before && after))
  const lost = new Map<DraftChange, Overtaken>()
  const hitBy = (mine: DraftChange): DraftChange | undefined => {
    const theirs = byAddress.get(addressOf(mine))
    if (theirs && same(theirs.before, mine.after)) return theirs
    const isOfStep = mine.part === 'node' || mine.part === 'step' || mine.part === 'config'
    return isOfStep ? removed.get(mine.key) : undefined
  }
  const acts = history.acts.map((act, place): Act => {
    if (place >= history.done) return act
    const overtaken: Record<string, Author> = {}
    for (const mine of act.changes) {
      const theirs = hitBy(mine)
      if (!theirs) continue
      overtaken[addressOf(mine)] = author
      if (makesWay && (theirs.part === 'position' || theirs.part === 'edge')) continue
      lost.set(theirs, { change: theirs, author, at: act.at ?? 0 })
    }
    const isHit = Object.keys(overtaken).length > 0
    return isHit ? { ...act, overtaken: { ...act.overtaken, ...overtaken } } : act
  })
  return { history: { acts, done: history.done }, lost: [...lost.values()] }
}
