import { sharedNode } from '@relance/core/draft/shared-node'
import { edgeKey } from '@relance/core/graph/graph'
import type { ActName, DraftDocument } from './draft-document'
import type { StepKind } from './step-kind'
import { edgesFrom } from './walk-graph'

/**
 * Turns a step into another type at the same place. Its name stays, values of the same field stay,
 * and exits keep their followers: by name first, then in order.
 */
export function replaceStep(
  document: DraftDocument,
  id: string,
  kind: StepKind,
  before: string[],
  name: ActName,
) {
  const node = document.content.nodes[id]
  if (!node) return
  const kept = Object.entries(node.config).filter(([field]) => field in kind.defaults)
  const config = { ...kind.defaults, ...Object.fromEntries(kept) }
  const after = kind.exits(config).map((exit) => exit.exit)
  const led = edgesFrom(document.content, id).toSorted(
    (a, b) => before.indexOf(a.exit) - before.indexOf(b.exit),
  )
  const free = after.filter((exit) => !led.some((edge) => edge.exit === exit))
  document.act(name, () => {
    document.nodes.set(
      id,
      sharedNode({ id, type: kind.type, version: kind.version, name: node.name, config }),
    )
    for (const edge of led) {
      document.edges.delete(edgeKey(edge))
    }
    for (const edge of led) {
      const exit = after.includes(edge.exit) ? edge.exit : free.shift()
      if (exit) document.edges.set(edgeKey({ from: id, exit }), { ...edge, exit })
    }
  })
}
