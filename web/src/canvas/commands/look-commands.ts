import { edgeKey } from '@relance/core/graph/graph'
import { edgesFrom } from '../document/walk-graph'
import { hiddenSteps } from '../fold/hidden-steps'
import { type CommandScene, say } from './command-scene'

/** What changes how the scenario is looked at, and nothing in it. */
export function lookCommands(scene: CommandScene) {
  const { document, store, view } = scene
  const fold = (keys: string[], folded: boolean) => {
    const state = store.getState()
    const others = state.folded.filter((key) => !keys.includes(key))
    const next = folded ? [...others, ...keys] : others
    state.setFolded(next)
    const hidden = hiddenSteps(document.content, next)
    // The keyboard does not stay on what nobody sees.
    const [from] = keys.map((key) => document.content.edges[key]?.from)
    if (from && state.selected.some((id) => hidden.has(id))) {
      state.select([from])
      view.focus(from)
    }
    if (folded) say(scene, 'say.folded', { n: hidden.size })
    else say(scene, 'say.unfolded')
  }
  return {
    fold,
    /** Puts away, or shows again, what follows from the step chosen last; or from the path chosen. */
    foldBranches: (folded: boolean) => {
      const { selected, selectedEdge, outlineAt, outline } = store.getState()
      const id = selected.at(-1) ?? (outline ? outlineAt : null)
      const keys = selectedEdge
        ? [selectedEdge]
        : id
          ? edgesFrom(document.content, id).map(edgeKey)
          : []
      if (keys.length > 0) fold(keys, folded)
    },
    /** To the next step that was found, or back. */
    goToFound: (by: 1 | -1) => {
      const id = store.getState().goToFound(by)
      if (!id) return
      store.getState().select([id])
      view.show(id)
    },
  }
}
