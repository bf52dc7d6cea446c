import type { GraphNode } from '@relance/core/graph/graph'
import { definitionOf } from '@relance/core/node/definition'
import { definitions } from '@relance/nodes/definitions'

/** The kinds of things that belong to a workspace and that steps name by id. */
export type Thing = 'template' | 'offer' | 'segment'

/** What becomes of an id: another one, or null where it is left out. */
export type Rename = (kind: Thing, id: string) => string | null

const isThing = (kind: string | undefined): kind is Thing =>
  kind === 'template' || kind === 'offer' || kind === 'segment'

/** A rule, or anything that holds rules, with the segments in it renamed; one left out keeps its name, and is a problem. */
export function renameSegments<Value>(value: Value, rename: Rename): Value
export function renameSegments(value: unknown, rename: Rename): unknown {
  if (Array.isArray(value)) return value.map((one) => renameSegments(one, rename))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isSegment = key === 'segment' && typeof inner === 'string' && 'member' in value
      return [key, isSegment ? (rename('segment', inner) ?? inner) : renameSegments(inner, rename)]
    }),
  )
}

/** A step whose mails, offers and segments are renamed, in its fields and in its rules. */
export function renameThings(node: GraphNode, rename: Rename): GraphNode {
  const specs = definitionOf(definitions, node.type)?.fields ?? {}
  const config = Object.entries(node.config).map(([field, value]) => {
    const kind = specs[field]?.kind
    const isId = isThing(kind) && typeof value === 'string' && value !== ''
    return [field, isId ? rename(kind, value) : renameSegments(value, rename)] as const
  })
  return { ...node, config: Object.fromEntries(config) }
}

/** What steps name, by kind, each once, in their order. */
export function thingsOf(nodes: readonly GraphNode[]): Record<Thing, string[]> {
  const found = {
    template: new Set<string>(),
    offer: new Set<string>(),
    segment: new Set<string>(),
  }
  for (const node of nodes) {
    renameThings(node, (kind, id) => {
      found[kind].add(id)
      return id
    })
  }
  return {
    template: [...found.template],
    offer: [...found.offer],
    segment: [...found.segment],
  }
}

/** The events that steps wait for or ask about, each once. */
export function eventsOf(nodes: readonly GraphNode[]): string[] {
  const found = new Set<string>()
  const look = (value: unknown) => {
    if (Array.isArray(value)) for (const one of value) look(one)
    else if (typeof value === 'object' && value !== null) {
      if ('event' in value && typeof value.event === 'string' && value.event) found.add(value.event)
      for (const one of Object.values(value)) look(one)
    }
  }
  for (const { config } of nodes) look(config)
  return [...found]
}
