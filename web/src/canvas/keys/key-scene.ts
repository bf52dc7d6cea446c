import type { WordKey } from '../../words/format-message'
import type { Place } from '../document/add-step'
import type { DraftDocument } from '../document/draft-document'
import { readingOrder } from '../step-titles'
import type { CanvasStore } from '../store/canvas-store'
import type { Commands } from '../use-commands'
import type { View } from '../use-view'

/** What the keys act on. */
export interface KeyScene {
  draft: DraftDocument
  store: CanvasStore
  commands: Commands
  view: View
  /** Says something to those who listen rather than look. */
  say: (key: WordKey, values?: Record<string, string | number>) => void
}

type Exit = Extract<Place, { on: 'exit' }>

/** The exit a key such as `from:exit` names. */
export function exitOf(key: string): { from: string; exit: string } {
  const cut = key.indexOf(':')
  return { from: key.slice(0, cut), exit: key.slice(cut + 1) }
}

const held = (name: 'step' | 'exit') =>
  document.activeElement?.closest<HTMLElement>(`[data-${name}]`)?.dataset[name]

/** The step keys act on: the one that holds the keyboard, else the one chosen last. */
export const stepAt = ({ store }: KeyScene): string | null =>
  held('step') ?? store.getState().selected.at(-1) ?? null

/** The exit or path keys act on: a line of the outline, or the one chosen. */
export function exitAt({ store }: KeyScene): Exit | null {
  const key = held('exit') ?? store.getState().selectedEdge
  return key ? { on: 'exit', ...exitOf(key) } : null
}

/** The exit that a step added or connected "after" goes to; with nothing chosen, that of the last step. */
export function exitAfter(scene: KeyScene): Exit | null {
  const at = exitAt(scene)
  if (at) return at
  const id = stepAt(scene) ?? readingOrder(scene.draft.content).at(-1)
  const exit = id ? scene.commands.exitAfter(id) : null
  return exit && { on: 'exit', ...exit }
}

/** The exit that leads to the step keys act on; null for one that nothing leads to. */
export function exitBefore(scene: KeyScene): Exit | null {
  const id = stepAt(scene)
  const edge = Object.values(scene.draft.content.edges).find(({ to }) => to === id)
  return edge ? { on: 'exit', from: edge.from, exit: edge.exit } : null
}

/** Chooses several steps by a key, and says how many: the halo alone is seen, not heard. */
export function chooseSteps({ store, say }: KeyScene, ids: string[]): void {
  store.getState().select(ids)
  say('say.chosen', { n: ids.length })
}

/** Where on the screen a list for the place keys act on opens. */
export function screenAt(scene: KeyScene, before = false): { x: number; y: number } {
  const exit = held('exit') ?? scene.store.getState().selectedEdge
  const id = stepAt(scene) ?? readingOrder(scene.draft.content).at(-1)
  const shown = [
    exit && `[data-edge="${exit}"], [data-open-exit="${exit}"]`,
    id && `#${CSS.escape(`card-${id}`)}`,
    '[data-canvas]',
  ]
  for (const selector of shown) {
    const box = selector && document.querySelector(selector)?.getBoundingClientRect()
    if (box) return { x: box.left + box.width / 2, y: before ? box.top : box.bottom }
  }
  return { x: window.innerWidth / 2, y: window.innerHeight / 2 }
}
