import { sharedNode } from '@relance/core/draft/shared-node'
import { writeDraft } from '@relance/core/draft/write-draft'
import { edgeKey } from '@relance/core/graph/graph'
import { stoodAt } from '../changes/gone-steps'
import type { Change } from './compare-drafts'
import { type DraftContent, draftOf } from './draft-content'
import type { ActName, DraftDocument } from './draft-document'
import { removeSteps } from './remove-steps'
import type { KindOf } from './step-kind'
import { edgesFrom, edgesTo } from './walk-graph'

/** Makes the draft what a version was, in one act: one press takes it back. */
export function restoreVersion(document: DraftDocument, version: DraftContent, name: ActName) {
  document.act(name, () => writeDraft(document, draftOf('', 0, version)))
}

/**
 * Makes one thing again what it was in a version, in one act. A step that was added goes, and the path heals; one that
 * was removed is back where it stood, with the paths it had.
 */
export function restoreChange(
  document: DraftDocument,
  version: DraftContent,
  change: Change,
  kindOf: KindOf,
  name: ActName,
) {
  if (change.kind === 'added') {
    removeSteps(document, [change.nodeId], kindOf, name)
    return
  }
  document.act(name, () => {
    if (change.kind === 'rule') {
      const was = Object.entries(version.settings).find(([key]) => key === change.setting)
      if (was) document.settings.set(...was)
      else document.settings.delete(change.setting)
      return
    }
    if ('exit' in change) {
      const key = edgeKey({ from: change.nodeId, exit: change.exit })
      const was = version.edges[key]
      if (was && document.content.nodes[was.to]) document.edges.set(key, was)
      else document.edges.delete(key)
      return
    }
    const node = version.nodes[change.nodeId]
    if (!node) return
    document.nodes.set(node.id, sharedNode(node))
    if (change.kind === 'changed') return
    document.positions.set(node.id, stoodAt(node.id, version, document.content))
    const isThere = (id: string) => id === node.id || document.content.nodes[id] !== undefined
    for (const edge of [...edgesTo(version, node.id), ...edgesFrom(version, node.id)])
      if (isThere(edge.from) && isThere(edge.to)) document.edges.set(edgeKey(edge), edge)
  })
}
