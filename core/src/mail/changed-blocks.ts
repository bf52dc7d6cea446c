import { type MailBlock, readBlocks } from './mail-block'

/** One block that differs between two texts of a mail. */
export interface BlockChange {
  kind: 'added' | 'removed' | 'changed'
  /** As it was; null where it is new. */
  before: MailBlock | null
  /** As it is; null where it is gone. */
  after: MailBlock | null
}

/** What a block says by itself, without what stands in it: its tag, its words, its conditions. */
function ownText(source: string, { element, conditions }: MailBlock): string {
  const { tag, inner, children } = element
  const said = conditions.map(({ branch }) => `${branch.word} ${branch.says}`).join()
  const words = inner && children.length === 0 ? source.slice(inner.from, inner.to) : ''
  return `${said}|${source.slice(tag.from, tag.to)}|${words}`
}

/** The longest run of blocks both have, as pairs of places in the two lists. */
function inBoth(before: string[], after: string[]): [number, number][] {
  const longest = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  )
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = longest[i]
      if (row)
        row[j] =
          before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) {
      pairs.push([i, j])
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

/**
 * The blocks that differ between two sources of a mail, in reading order; one that is replaced by another of its kind at
 * the same place has changed. Throws as readMjml does.
 */
export function changedBlocks(before: string, after: string): BlockChange[] {
  const old = readBlocks(before)
  const now = readBlocks(after)
  const pairs = inBoth(
    old.map((block) => ownText(before, block)),
    now.map((block) => ownText(after, block)),
  )
  const changes: BlockChange[] = []
  let [i, j] = [0, 0]
  for (const [nextOld, nextNow] of [...pairs, [old.length, now.length] as const]) {
    const gone = old.slice(i, nextOld)
    for (const made of now.slice(j, nextNow)) {
      const was = gone.findIndex(({ element }) => element.name === made.element.name)
      const [block] = was < 0 ? [] : gone.splice(was, 1)
      changes.push({ kind: block ? 'changed' : 'added', before: block ?? null, after: made })
    }
    for (const block of gone) changes.push({ kind: 'removed', before: block, after: null })
    i = nextOld + 1
    j = nextNow + 1
  }
  return changes
}
