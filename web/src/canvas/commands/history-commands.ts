import { changedStep } from '../document/changed-step'
import type { ActName } from '../document/draft-document'
import { actWords, type CommandScene, say } from './command-scene'

const isInPanel = () => Boolean(document.activeElement?.closest('[data-inspector]'))

/** Undo and redo: the act is named aloud, and what it changed is chosen and brought into sight. */
export function historyCommands(scene: CommandScene) {
  const { document: draft, store, view } = scene
  const travel = (go: () => ActName | null, key: 'say.undone' | 'say.redone') => {
    const before = draft.content
    const act = go()
    if (!act) return
    const changed = changedStep(before, draft.content)
    if (changed) {
      store.getState().select([changed])
      // Whoever types in the inspector goes on typing there.
      if (isInPanel()) view.show(changed)
      else view.focus(changed)
    }
    say(scene, key, { act: actWords(scene, act) })
  }
  return {
    nameAct: (act: ActName | null) => actWords(scene, act),
    undo: () => travel(() => draft.undo(), 'say.undone'),
    redo: () => travel(() => draft.redo(), 'say.redone'),
  }
}
