import { toast } from 'sonner'
import { announce } from '../announce'
import type { Author } from '../document/act-history'
import { changedStep } from '../document/changed-step'
import type { ActName, Travelled } from '../document/draft-document'
import { actWords, type CommandScene, say } from './command-scene'

/** Why something is not taken back: who changed it since. */
const leftTo = ({ t, time }: CommandScene, { by, at }: Author) => {
  const name = by ?? t('presence.someone')
  return at ? t('canvas.notUndoneBy', { name, at: time(at) }) : t('canvas.notUndoneByNow', { name })
}

const isInPanel = () => Boolean(document.activeElement?.closest('[data-inspector]'))

/** Undo and redo: the act is named aloud, and what it changed is chosen and brought into sight. */
export function historyCommands(scene: CommandScene) {
  const { document: draft, store, view } = scene
  const travel = (go: () => Travelled | null, key: 'say.undone' | 'say.redone') => {
    const before = draft.content
    const done = go()
    if (!done) return
    const act = actWords(scene, done.name)
    const who = done.skipped && leftTo(scene, done.skipped)
    if (done.isLeft) {
      const words = who ?? scene.t('canvas.notUndone', { act })
      toast(words)
      announce(words)
      return
    }
    if (who) toast(who)
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
