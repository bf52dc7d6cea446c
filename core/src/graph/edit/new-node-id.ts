import { newId } from '../../id/ids'
import { stickyRandom } from '../../random/sticky-random'

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const SUFFIX_LENGTH = 4

/** A fresh id for a node of this type: `send-email-7f3k`. Never one of `taken`. */
export function newNodeId(type: string, taken: ReadonlySet<string>): string {
  for (;;) {
    const seed = newId()
    const suffix = Array.from({ length: SUFFIX_LENGTH }, (_, place) =>
      letterAt(stickyRandom(`${seed}${place}`)),
    )
    const id = `${type.slice(0, 34)}-${suffix.join('')}`
    if (!taken.has(id)) return id
  }
}

const letterAt = (random: number): string => LETTERS.charAt(Math.floor(random * LETTERS.length))
