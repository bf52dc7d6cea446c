import type { Place } from '../document/add-step'
import { stepType } from '../step-types'
import {
  chooseSteps,
  exitAfter,
  exitAt,
  exitBefore,
  type KeyScene,
  screenAt,
  stepAt,
} from './key-scene'
import { beginMove } from './move-mode'

/** Keys that change the scenario, by name; they act while the canvas or the outline holds the keyboard. */
export function editKeys(scene: KeyScene): Record<string, () => void> {
  const { commands, store, say, view } = scene
  const remove = () => commands.remove()
  return {
    a: () => pickNext(scene),
    'shift a': () => pick(scene, exitBefore(scene), true),
    r: () => {
      const id = stepAt(scene)
      if (id) store.getState().pick({ mode: 'replace', id, at: screenAt(scene) })
    },
    c: () => {
      const exit = exitAfter(scene)
      if (!exit) return
      store.getState().setConnecting({ from: exit.from, exit: exit.exit })
      view.focus(exit.from)
      say('say.connecting')
    },
    e: () => nextPath(scene),
    l: () => void commands.tidy(),
    m: () => beginMove(scene),
    f2: () => {
      const id = stepAt(scene)
      if (!id) return
      store.getState().select([id])
      store.getState().focusOn('@name')
    },
    space: () => {
      const id = stepAt(scene)
      const { selected } = store.getState()
      if (!id) return
      const others = selected.filter((each) => each !== id)
      chooseSteps(scene, selected.includes(id) ? others : [...selected, id])
    },
    delete: remove,
    backspace: remove,
    'shift delete': commands.askRemoveWithRest,
    'ctrl x': () => void commands.cut(),
    'ctrl v': () =>
      void navigator.clipboard
        .readText()
        .then((text) => commands.pasteText(text, exitAt(scene) ?? undefined)),
    'ctrl d': commands.duplicate,
  }
}

/** Where the step stands that starts an empty scenario. */
const FIRST: Place = { on: 'ground', at: { x: 0, y: 0 } }

const isEmpty = ({ draft }: KeyScene) => Object.keys(draft.content.nodes).length === 0

/** Opens the list of steps for the place after what is chosen, or for the very first one. */
export const pickNext = (scene: KeyScene) => pick(scene, isEmpty(scene) ? FIRST : exitAfter(scene))

function pick(scene: KeyScene, place: Place | null, before = false) {
  if (place) scene.store.getState().pick({ mode: 'add', place, at: screenAt(scene, before) })
}

/** Chooses the path that leaves the step, and at each further press its next one. */
function nextPath(scene: KeyScene) {
  const { draft, store } = scene
  const chosen = store.getState().selectedEdge
  const id = stepAt(scene) ?? exitAt(scene)?.from
  const node = id ? draft.content.nodes[id] : undefined
  if (!node) return
  const paths = (stepType(node.type)?.exits(node.config) ?? [])
    .filter(({ exit, optional }) => !optional || draft.content.edges[`${id}:${exit}`])
    .map(({ exit }) => `${id}:${exit}`)
  const next = paths[(paths.indexOf(chosen ?? '') + 1) % Math.max(1, paths.length)]
  if (next) store.getState().selectEdge(next)
}
