import { toast } from 'sonner'
import { changedStep } from '../document/changed-step'
import type { ActName, Travelled } from '../document/draft-document'
import { actWords, type CommandScene, say } from './command-scene'

const isInPanel = () => Boolean(document.activeElement?.closest('[data-inspector]'))

/** Undo and redo: the act is named aloud, and what it changed is chosen and brought into sight. */
export function historyCommands(scene: CommandScene) {
  const { document: draft, store, view } = scene
  const travel = (go: () => Travelled | null, key: 'say.undone' | 'say.redone') => {
    const before = draft.content
    const done = go()
    if (!done) return
    const act = actWords(scene, done.name)
    if (done.isLeft) {
      toast(scene.t('canvas.notUndone', { act }))
      say(scene, 'canvas.notUndone', { act })
      return
    }
    const changed = changedStep(before, draft.content)
    if (changed) {
      store.getState().select([changed])
      // Whoever types in the inspector goes on typing there.
      if (isInPanel()) view.show(changed)
      else view.focus(changed)
    }
    say(scene, key, { act })
  }
  return {
    nameAct: (act: ActName | null) => actWords(scene, act),
    undo: () => travel(() => draft.undo(), 'say.undone'),
    redo: () => travel(() => draft.redo(), 'say.redone'),
  }
}
