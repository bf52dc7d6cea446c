import { edgeKey, type GraphEdge } from '@relance/core/graph/graph'
import type { DraftContent } from '../document/draft-content'
import { readingOrder } from '../step-titles'
import { stepType } from '../step-types'

interface Placed {
  /** Names the row: a step's id, an exit's `from:exit`, a link's `from:exit>`. */
  key: string
  /** The row this one is nested in. */
  parent: string | null
  /** 1 for the path from the trigger; an exit is one deeper than its step, its steps one deeper again. */
  level: number
  /** Whether rows are nested in this one; they may be folded. */
  opens: boolean
}

/** A step with its number in reading order, and how many exits it shows. */
export type StepRow = Placed & { kind: 'step'; id: string; number: number; exits: number }

/** A way out of a step: one of several, or the only one while it is open. */
export type ExitRow = Placed & {
  kind: 'exit'
  from: string
  exit: string
  /** `5.1` for the first exit of step 5; empty for an only exit. */
  number: string
  open: boolean
}

/** Where a path joins one that is listed elsewhere. */
export type LinkRow = Placed & {
  kind: 'link'
  from: string
  exit: string
  to: string
  /** Number of the step it continues at. */
  number: number
  atMost: number | undefined
}

export type OutlineRow = StepRow | ExitRow | LinkRow

type Branch = { from: string; exit: string; number: string; level: number }

/**
 * A scenario as the lines of a tree, in reading order: a chain is a row of siblings, branches are nested,
 * a merge is told where it is met first and linked to from elsewhere. Steps nobody reaches come last.
 * @param revealed steps whose optional exits are shown although they are open
 */
export function outlineRows(content: DraftContent, revealed: string[]): OutlineRow[] {
  const order = readingOrder(content)
  const numbers = new Map(order.map((id, place) => [id, place + 1]))
  const shown = new Set(revealed)
  const rows: OutlineRow[] = []
  const seen = new Set<string>()
  const waiting: Branch[] = []

  const link = (edge: GraphEdge, parent: string | null, level: number) =>
    rows.push({
      kind: 'link',
      key: `${edgeKey(edge)}>`,
      parent,
      level,
      opens: false,
      from: edge.from,
      exit: edge.exit,
      to: edge.to,
      number: numbers.get(edge.to) ?? 0,
      atMost: edge.atMost,
    })
  const chain = (start: string, parent: string | null, level: number) => {
    for (let id = start; ; ) {
      seen.add(id)
      const number = numbers.get(id) ?? 0
      const exits = shownExits(content, id, shown.has(id))
      const several = exits.length > 1
      const row = { key: id, parent, level, opens: several, id, number, exits: exits.length }
      rows.push({ kind: 'step', ...row })
      if (several) {
        const branches = exits.map((exit, place) => ({
          from: id,
          exit,
          number: `${number}.${place + 1}`,
          level: level + 1,
        }))
        waiting.push(...branches.reverse())
        return
      }
      const [exit] = exits
      if (exit === undefined) return
      const edge = content.edges[edgeKey({ from: id, exit })]
      if (!edge) {
        const key = edgeKey({ from: id, exit })
        const open = { key, parent, level, opens: false, from: id, exit, number: '', open: true }
        rows.push({ kind: 'exit', ...open })
        return
      }
      if (seen.has(edge.to)) {
        link(edge, parent, level)
        return
      }
      id = edge.to
    }
  }
  for (const start of order) {
    if (!seen.has(start)) chain(start, null, 1)
    for (let branch = waiting.pop(); branch; branch = waiting.pop()) {
      const { from, exit, number, level } = branch
      const key = edgeKey(branch)
      const edge = content.edges[key]
      const placed = { key, parent: from, level, opens: Boolean(edge), from, exit, number }
      rows.push({ kind: 'exit', ...placed, open: !edge })
      if (!edge) continue
      if (seen.has(edge.to)) link(edge, key, level + 1)
      else chain(edge.to, key, level + 1)
    }
  }
  return rows
}

/** Exits as the card shows them: optional ones only when they lead somewhere or were asked for. */
function shownExits(content: DraftContent, id: string, revealed: boolean): string[] {
  const node = content.nodes[id]
  const exits = (node && stepType(node.type)?.exits(node.config)) ?? []
  return exits
    .filter(({ exit, optional }) => {
      const edge = content.edges[edgeKey({ from: id, exit })]
      return !optional || revealed || edge !== undefined
    })
    .map(({ exit }) => exit)
}

/** The rows in sight when the rows of these keys are folded. */
export function unfolded(rows: OutlineRow[], folded: string[]): OutlineRow[] {
  const closed = new Set(folded)
  const hidden = new Set<string>()
  return rows.filter((row) => {
    const isHidden = row.parent !== null && (hidden.has(row.parent) || closed.has(row.parent))
    if (isHidden) hidden.add(row.key)
    return !isHidden
  })
}

/** Each row's place among the rows nested in the same one, from 1, and how many those are. */
export function placesOf(rows: OutlineRow[]): Map<string, { place: number; of: number }> {
  const siblings = new Map<string | null, string[]>()
  for (const { key, parent } of rows) {
    const keys = siblings.get(parent)
    if (keys) keys.push(key)
    else siblings.set(parent, [key])
  }
  const places = new Map<string, { place: number; of: number }>()
  for (const keys of siblings.values()) {
    for (const [at, key] of keys.entries()) places.set(key, { place: at + 1, of: keys.length })
  }
  return places
}
