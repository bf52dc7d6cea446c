import type { DraftMaps } from '@relance/core/draft/draft-maps'
import { sharedNode } from '@relance/core/draft/shared-node'
import type { GraphEdge, GraphNode } from '@relance/core/graph/graph'
import * as Y from 'yjs'
import type { DraftContent, Point } from './draft-content'

/**
 * One value of a draft that an act changed, with what it was and what it became; `undefined` is "not there".
 * A step that stays is told field by field, so that two people's acts on one step stay apart.
 */
export type DraftChange =
  | { part: 'node'; key: string; before: GraphNode | undefined; after: GraphNode | undefined }
  | { part: 'step' | 'config'; key: string; field: string; before: unknown; after: unknown }
  | { part: 'edge'; key: string; before: GraphEdge | undefined; after: GraphEdge | undefined }
  | { part: 'position'; key: string; before: Point | undefined; after: Point | undefined }
  | { part: 'setting'; key: string; before: unknown; after: unknown }

/** Whether two values are equal as JSON. */
export const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

const keysOf = (a: object, b: object) => new Set([...Object.keys(a), ...Object.keys(b)])

/** What differs between two states of a draft. Parts that are the same object are not looked into. */
export function changesBetween(before: DraftContent, after: DraftContent): DraftChange[] {
  const changes: DraftChange[] = []
  const compare = <Value>(
    was: Readonly<Record<string, Value>>,
    is: Readonly<Record<string, Value>>,
    tell: (key: string, before: Value | undefined, after: Value | undefined) => void,
  ) => {
    if (was === is) return
    for (const key of keysOf(was, is)) {
      if (was[key] !== is[key] && !same(was[key], is[key])) tell(key, was[key], is[key])
    }
  }
  compare(before.nodes, after.nodes, (key, was, is) => {
    if (was && is) changes.push(...fieldChanges(key, was, is))
    else changes.push({ part: 'node', key, before: was, after: is })
  })
  compare(before.edges, after.edges, (key, was, is) =>
    changes.push({ part: 'edge', key, before: was, after: is }),
  )
  compare(before.positions, after.positions, (key, was, is) =>
    changes.push({ part: 'position', key, before: was, after: is }),
  )
  compare<unknown>({ ...before.settings }, { ...after.settings }, (key, was, is) =>
    changes.push({ part: 'setting', key, before: was, after: is }),
  )
  return changes
}

function fieldChanges(key: string, was: GraphNode, is: GraphNode): DraftChange[] {
  // Another type is another step at the same place: its fields mean other things.
  if (was.type !== is.type) return [{ part: 'node', key, before: was, after: is }]
  const differing = (part: 'step' | 'config', a: object, b: object) => {
    const before = new Map<string, unknown>(Object.entries(a))
    const after = new Map<string, unknown>(Object.entries(b))
    return [...keysOf(a, b)].flatMap((field): DraftChange[] => {
      const change = { before: before.get(field), after: after.get(field) }
      return same(change.before, change.after) ? [] : [{ part, key, field, ...change }]
    })
  }
  const { config: oldConfig, ...oldStep } = was
  const { config, ...step } = is
  return [...differing('step', oldStep, step), ...differing('config', oldConfig, config)]
}

/** What a change is about, whatever it was and became. */
export const addressOf = (change: DraftChange) =>
  `${change.part} ${change.key} ${'field' in change ? change.field : ''}`

/** The same change the other way round. */
export const reversed = (change: DraftChange): DraftChange =>
  ({ ...change, before: change.after, after: change.before }) as DraftChange

/** Whether the draft still holds what the change made of it, so that taking it back harms nobody's later act. */
export function stillStands(content: DraftContent, change: DraftChange): boolean {
  const held = {
    node: () => content.nodes[change.key],
    edge: () => content.edges[change.key],
    position: () => content.positions[change.key],
    setting: () => new Map<string, unknown>(Object.entries(content.settings)).get(change.key),
    step: () => fieldOf(content.nodes[change.key], change),
    config: () => fieldOf(content.nodes[change.key]?.config, change),
  }[change.part]()
  return same(held, change.after)
}

const fieldOf = (record: object | undefined, change: DraftChange) =>
  'field' in change
    ? new Map<string, unknown>(Object.entries(record ?? {})).get(change.field)
    : null

/** Makes the shared maps hold what the change became. */
export function applyChange(maps: DraftMaps, change: DraftChange) {
  switch (change.part) {
    case 'node':
      if (change.after) maps.nodes.set(change.key, sharedNode(change.after))
      else maps.nodes.delete(change.key)
      return
    case 'edge':
      return put(maps.edges, change.key, change.after)
    case 'position':
      return put(maps.positions, change.key, change.after)
    case 'setting':
      return put(maps.settings, change.key, change.after)
    case 'step':
    case 'config': {
      const node = maps.nodes.get(change.key)
      const record = change.part === 'step' ? node : node?.get('config')
      if (record instanceof Y.Map) put<unknown>(record, change.field, change.after)
    }
  }
}

function put<Value>(map: Y.Map<Value>, key: string, value: Value | undefined) {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}
