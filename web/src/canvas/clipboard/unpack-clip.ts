import type { GraphNode } from '@relance/core/graph/graph'
import type { Rule } from '@relance/core/rule/rule'
import type { Clip } from '../document/clipboard'
import type { Needs, PortableClip } from './clip-text'
import type { Choice, NeedKind } from './match-needs'
import { type Rename, renameSegments, renameThings } from './references'

/** Makes things in this workspace; each answers its id. */
export interface Maker {
  mail: (name: string, languages: Needs['messages'][number]['languages']) => Promise<string>
  segment: (name: string, rule: Rule) => Promise<string>
  offer: (offer: Omit<Needs['offers'][number], 'key'>) => Promise<string>
}

/** What was chosen for a needed thing; one that nothing was chosen for is left empty. */
export type ChoiceOf = (kind: NeedKind, key: string) => Choice | undefined

/**
 * The steps as this workspace's own: what is to be copied is made first, then each key becomes an id of here. What is
 * left empty is empty in the steps, where it is a problem until somebody fills it.
 */
export async function unpackClip(
  { needs, ...clip }: PortableClip,
  choiceOf: ChoiceOf,
  make: Maker,
): Promise<Clip> {
  const ids = new Map<string, string>()
  const rename: Rename = (kind, key) => ids.get(`${kind} ${key}`) ?? null
  const settle = async (kind: NeedKind, key: string, copy: () => Promise<string> | null) => {
    const choice = choiceOf(kind, key)
    const id = choice === 'copy' ? await copy() : typeof choice === 'object' ? choice.take : null
    if (id !== null) ids.set(`${kind} ${key}`, id)
  }
  for (const { key, name, languages } of needs.messages)
    await settle('template', key, () => make.mail(name, languages))
  for (const { key, ...offer } of needs.offers) await settle('offer', key, () => make.offer(offer))
  // In their order: one made of others comes after them.
  for (const { key, name, rule } of needs.segments)
    await settle('segment', key, () =>
      rule ? make.segment(name, renameSegments(rule, rename)) : null,
    )
  const events = new Map<string, string>()
  for (const name of needs.events) {
    const choice = choiceOf('event', name)
    if (typeof choice === 'object') events.set(name, choice.take)
  }
  const nodes = clip.nodes.map((node) => renameEvents(renameThings(node, rename), events))
  return { ...clip, nodes }
}

/** Events under the names they have here. */
function renameEvents(node: GraphNode, events: ReadonlyMap<string, string>): GraphNode {
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === 'event' && typeof inner === 'string'
          ? (events.get(inner) ?? inner)
          : renamed(inner),
      ]),
    )
  }
  return { ...node, config: renamed(node.config) as GraphNode['config'] }
}
