import { graphEdge, graphNode } from '@relance/core/graph/graph'
import { definitionOf } from '@relance/core/node/definition'
import { rule } from '@relance/core/rule/rule'
import { definitions } from '@relance/nodes/definitions'
import { z } from 'zod'
import type { Clip } from '../document/clipboard'

const named = { key: z.string().min(1), name: z.string().min(1).max(120) }
const mailText = z.object({
  subject: z.string(),
  preheader: z.string().default(''),
  mjml: z.string(),
  text: z.string().nullish(),
})

/** What steps speak of that another workspace may lack, whole, so that it can be made there. */
const needs = z.object({
  messages: z
    .array(z.object({ ...named, languages: z.record(z.string(), mailText).default({}) }))
    .default([]),
  segments: z.array(z.object({ ...named, rule: rule.optional() })).default([]),
  offers: z
    .array(
      z.object({
        ...named,
        kind: z.literal('credit').default('credit'),
        valueCents: z.int(),
        currency: z.string(),
        minimumCents: z.int(),
        validFor: z.string(),
      }),
    )
    .default([]),
  events: z.array(z.string()).default([]),
})
export type Needs = z.infer<typeof needs>

/** Steps as text: ids of the workspace's things are replaced by the keys of `needs`. */
export interface PortableClip extends Clip {
  needs: Needs
}

const OUR_VERSION = 1
const envelope = z.object({
  relance: z.literal('nodes'),
  version: z.int(),
  nodes: z.array(z.unknown()),
  edges: z.array(z.unknown()).default([]),
  positions: z.record(z.string(), z.object({ x: z.number(), y: z.number() })).catch({}),
  needs: needs.catch({ messages: [], segments: [], offers: [], events: [] }),
})

export const writeClip = ({ nodes, edges, positions, needs: needed }: PortableClip): string =>
  JSON.stringify({
    relance: 'nodes',
    version: OUR_VERSION,
    nodes,
    edges,
    positions,
    needs: needed,
  })

/** A copied text, read: its steps, and how many of a newer version's could not be. */
export interface ReadClip {
  clip: PortableClip
  unread: number
}

/** The steps in a copied text, or null when it holds none of ours. What a newer Relance wrote is read as far as it goes. */
export function readClip(text: string): ReadClip | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null // any other text a person may have copied
  }
  const read = envelope.safeParse(json)
  if (!read.success || read.data.nodes.length === 0) return null
  const { nodes: given, edges: drawn, positions, needs: needed, version } = read.data
  const isNewer = version > OUR_VERSION
  const nodes = given.flatMap((one) => readNode(one, isNewer) ?? [])
  const unread = given.length - nodes.length
  // Of our own version every step can be read, or the text is not ours.
  if (unread > 0 && !isNewer) return null
  const ids = new Set(nodes.map(({ id }) => id))
  const edges = drawn.flatMap((one) => {
    const edge = graphEdge.safeParse(one).data
    return edge && ids.has(edge.from) && ids.has(edge.to) ? [edge] : []
  })
  return { clip: { nodes, edges, positions, needs: needed }, unread }
}

function readNode(given: unknown, isNewer: boolean) {
  const { data: node } = graphNode.safeParse(given)
  if (!node || !isNewer) return node
  const known = definitionOf(definitions, node.type)
  return known && node.version <= known.version ? node : undefined
}
