import { toast } from 'sonner'
import { copySteps, pasteSteps, readClip } from '../document/clipboard'
import { placeBelow } from '../document/make-room'
import { isTriggerType, kindOf } from '../step-types'
import { type CommandScene, say } from './command-scene'

/** Beside the steps it was made of. */
const BESIDE = { x: 296, y: 24 }

/** Copying, pasting and doubling. */
export function clipboardCommands(scene: CommandScene) {
  const { document, store, view, t } = scene
  return {
    copy: async () => {
      const { selected } = store.getState()
      if (selected.length === 0) return
      await navigator.clipboard.writeText(copySteps(document.content, selected))
      say(scene, 'say.copied', { n: selected.length })
    },
    /** Puts copied steps on an exit, else in the middle of what is in sight. */
    pasteText: (text: string, into?: { from: string; exit: string }) => {
      const clip = readClip(text)
      if (!clip) return void toast(t('canvas.notAStep'))
      const name = { key: 'act.paste', values: { n: clip.nodes.length } }
      const at = into
        ? placeBelow(document.content, into.from, into.exit, kindOf)
        : view.pastePoint()
      const ids = pasteSteps(document, clip, { at, into }, kindOf, name)
      store.getState().select(ids)
      const last = ids.at(-1)
      if (last) view.focus(last)
      say(scene, 'say.pasted', { n: ids.length })
    },
    duplicate: () => {
      const { selected } = store.getState()
      const isTrigger = (id: string) => isTriggerType(document.content.nodes[id]?.type ?? '')
      const chosen = selected.filter((id) => !isTrigger(id))
      const clip = readClip(copySteps(document.content, chosen))
      const first = selected[0] && document.content.positions[selected[0]]
      if (!clip || !first) return
      const at = { x: first.x + BESIDE.x, y: first.y + BESIDE.y }
      const name = { key: 'act.duplicate', values: { n: clip.nodes.length } }
      const ids = pasteSteps(document, clip, { at }, kindOf, name)
      store.getState().select(ids)
      const last = ids.at(-1)
      if (last) view.focus(last)
      say(scene, 'say.pasted', { n: ids.length })
    },
  }
}
