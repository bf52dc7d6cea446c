import type { DraftContent } from './draft-content'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A readable id, new to this flow: the type and four letters, `send-email-7f3k`. */
export function newNodeId(
  type: string,
  taken: DraftContent['nodes'],
  random: () => number = Math.random,
): string {
  for (;;) {
    let tail = ''
    for (let place = 0; place < 4; place++) tail += LETTERS[Math.floor(random() * LETTERS.length)]
    const id = `${type.slice(0, 34)}-${tail}`
    if (!taken[id]) return id
  }
}
