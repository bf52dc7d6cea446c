import { countedOn, nextRoomAt, type Pace } from './pace'
import type { Wave } from './waves'

/** How far an audience that is let in wave by wave has come. */
export interface Course {
  waves: readonly Wave[]
  /** Of all waves, when the first began. */
  total: number
  pace: Pace
  /** Which wave is under way, and how many people all of them have let in. */
  wave: number
  taken: number
  /** From when the pace counts; null: nobody has been let in yet. */
  pacedFrom: Date | null
  now: Date
}

/**
 * When the last of an audience will have been let in: each wave begins at its turn, or when the one before it is
 * through, and none faster than the pace. Null where nobody is left to let in.
 */
export function lastLetInAt({ waves, total, pace, pacedFrom, now, ...done }: Course): Date | null {
  const people = peopleOf(waves, total)
  let { taken } = done
  let from = pacedFrom
  let free = now
  let last: Date | null = null
  for (let wave = done.wave; wave < waves.length; wave += 1) {
    const upTo = people.slice(0, wave + 1).reduce((sum, n) => sum + n, 0)
    const left = upTo - taken
    if (left <= 0) continue
    const turn = laterOf(new Date(waves[wave]?.at ?? now), free)
    if (pace === null) last = turn
    else {
      from = countedOn(pace, { from: from ?? turn, taken, now: turn })
      last = laterOf(turn, nextRoomAt(pace, from, upTo - 1))
    }
    taken = upTo
    free = last
  }
  return last
}

/** How many each wave has; whoever is in none of those that were counted is in the last. */
export function peopleOf(waves: readonly Wave[], total: number): number[] {
  const counted = waves.slice(0, -1).map(({ people = 0 }) => people)
  const others = total - counted.reduce((sum, n) => sum + n, 0)
  return waves.length > 0 ? [...counted, Math.max(0, others)] : []
}

const laterOf = (a: Date, b: Date) => (a > b ? a : b)
