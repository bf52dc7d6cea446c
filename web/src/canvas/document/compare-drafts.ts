import type { GraphEdge, GraphNode } from '@relance/core/graph/graph'
import { sameJson } from '@relance/core/json/same-json'
import type { DraftContent } from './draft-content'

export type Change =
  | { kind: 'added' | 'removed'; nodeId: string }
  | { kind: 'changed'; nodeId: string; fields: string[] }
  | { kind: 'connected' | 'cut' | 'redirected'; nodeId: string; exit: string }
  | { kind: 'rule'; setting: string }

/** The database hands keys back in another order than they were drawn in. */
const same = (a: unknown, b: unknown) => sameJson(a ?? null, b ?? null)

const compared = new WeakMap<GraphNode, { before: GraphNode; fields: string[] }>()

/** The fields in which a step differs; worked out once for two states of it, as steps are never changed in place. */
function changedFields(before: GraphNode, after: GraphNode): string[] {
  const known = compared.get(after)
  if (known?.before === before) return known.fields
  const fields = differingFields(before, after)
  compared.set(after, { before, fields })
  return fields
}

function differingFields(before: GraphNode, after: GraphNode): string[] {
  const fields = new Set([...Object.keys(before.config), ...Object.keys(after.config)])
  const changed = [...fields].filter((field) => !same(before.config[field], after.config[field]))
  if (!same(before.name, after.name)) changed.push('name')
  if (before.type !== after.type) changed.push('type')
  return changed
}

const sameEdge = (a: GraphEdge | undefined, b: GraphEdge | undefined) =>
  a?.to === b?.to && a?.atMost === b?.atMost

/** What differs between the live version and the draft; where a card stands does not count. */
export function compareDrafts(live: DraftContent, draft: DraftContent): Change[] {
  const changes: Change[] = []
  for (const [nodeId, node] of Object.entries(draft.nodes)) {
    const before = live.nodes[nodeId]
    if (!before) changes.push({ kind: 'added', nodeId })
    else {
      const fields = changedFields(before, node)
      if (fields.length > 0) changes.push({ kind: 'changed', nodeId, fields })
    }
  }
  for (const nodeId of Object.keys(live.nodes))
    if (!draft.nodes[nodeId]) changes.push({ kind: 'removed', nodeId })
  for (const key of new Set([...Object.keys(live.edges), ...Object.keys(draft.edges)])) {
    const before = live.edges[key]
    const after = draft.edges[key]
    const edge = after ?? before
    // An edge of a step that came or went is told by the step itself.
    if (!edge || sameEdge(before, after) || !live.nodes[edge.from] || !draft.nodes[edge.from])
      continue
    changes.push({
      kind: before ? (after ? 'redirected' : 'cut') : 'connected',
      nodeId: edge.from,
      exit: edge.exit,
    })
  }
  const settings = new Set([...Object.keys(live.settings), ...Object.keys(draft.settings)])
  for (const setting of settings) {
    const read = (content: DraftContent) =>
      Object.entries(content.settings).find(([key]) => key === setting)?.[1]
    if (!same(read(live), read(draft))) changes.push({ kind: 'rule', setting })
  }
  return changes
}
