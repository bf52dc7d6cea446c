import { toast } from 'sonner'
import { addStep, type Place } from '../document/add-step'
import { connectExit, refusalToConnect } from '../document/connect-exit'
import { renameStep } from '../document/edit-step'
import { stepHeight } from '../document/make-room'
import { moveSteps } from '../document/move-steps'
import { replaceStep } from '../document/replace-step'
import { edgesFrom } from '../document/walk-graph'
import { aroundKept } from '../layout/around-kept'
import { forgetMoved, keepsPlaces, movedByHand } from '../layout/moved-by-hand'
import { tidyInWorker } from '../layout/tidy-in-worker'
import { tidyRequest } from '../layout/tidy-request'
import { isTriggerType, kindOf, stepType } from '../step-types'
import { type CommandScene, say, titleOf } from './command-scene'

/** Adding, replacing, connecting and tidying. */
export function editCommands(scene: CommandScene) {
  const { document, store, view, language, t, flowId } = scene
  const titled = (id: string) => titleOf(scene, id)
  return {
    titleOf: titled,
    /** Adds a step and chooses it; answers its id, or null for a type this app does not know. */
    add: (type: string, place: Place): string | null => {
      const kind = kindOf(type)
      if (!kind) return null
      const title = stepType(type)?.title[language] ?? type
      const name = { key: 'act.add', values: { step: title } }
      const id = addStep(document, { kind, place, kindOf, name })
      store.getState().select([id])
      view.show(id)
      say(scene, 'say.added', { step: title })
      return id
    },
    replace: (id: string, type: string) => {
      const node = document.content.nodes[id]
      const kind = kindOf(type)
      const old = node && stepType(node.type)
      if (!node || !kind || !old) return
      const before = old.exits(node.config).map((exit) => exit.exit)
      const step = titled(id)
      replaceStep(document, id, kind, before, { key: 'act.replace', values: { step } })
      say(scene, 'say.replaced', { step })
    },
    /** Gives a step a name of its own; nothing takes it away. */
    rename: (id: string, title: string) =>
      renameStep(document, id, title, { key: 'act.rename', values: { step: titled(id) } }),
    /** Leads an exit to a step; where that cannot be, says so and looks on for a target. */
    connect: ({ from, exit }: { from: string; exit: string }, to: string) => {
      const isTrigger = (id: string) => isTriggerType(document.content.nodes[id]?.type ?? '')
      if (refusalToConnect(document, from, to, isTrigger)) {
        toast(t('canvas.cannotConnect'))
        return
      }
      connectExit(document, from, exit, to, { key: 'act.connect' })
      store.getState().setConnecting(null)
      say(scene, 'say.connected', { from: titled(from), to: titled(to) })
    },
    tidy: async () => {
      const { content } = document
      const laidOut = await tidyInWorker(tidyRequest(content))
      const own = keepsPlaces() ? movedByHand(flowId) : []
      const kept = own.flatMap((id) => {
        const at = content.positions[id]
        return at && content.nodes[id] ? [[id, at] as const] : []
      })
      const height = (id: string) => stepHeight(content, id, kindOf)
      view.glide()
      moveSteps(document, aroundKept(laidOut, Object.fromEntries(kept), height), {
        key: 'act.tidy',
      })
      if (kept.length === 0) forgetMoved(flowId)
      view.fit()
      say(scene, 'say.tidied')
    },
    /** The exit a step added "after" this one goes to: its first open one, else its first. */
    exitAfter: (id: string): { from: string; exit: string } | null => {
      const node = document.content.nodes[id]
      const exits = (node && stepType(node.type)?.exits(node.config)) ?? []
      const led = new Set(edgesFrom(document.content, id).map((edge) => edge.exit))
      const exit = exits.find((each) => !each.optional && !led.has(each.exit)) ?? exits[0]
      return exit ? { from: id, exit: exit.exit } : null
    },
  }
}
