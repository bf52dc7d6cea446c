import { exitOf } from '../keys/key-scene'
import type { OpenMenu } from '../store/menu-slice'

/** What a place of the page is a menu for; null where it is for nothing of the drawing. */
export function menuFor(target: EventTarget | null, at: OpenMenu['at']): OpenMenu | null {
  if (!(target instanceof Element)) return null
  const of = (selector: string) => target.closest<HTMLElement>(selector)
  const key =
    of('[data-edge]')?.dataset.edge ??
    of('[data-open-exit]')?.dataset.openExit ??
    of('[data-exit]')?.dataset.exit ??
    of('.react-flow__edge')?.dataset.id
  if (key) return exitOf(key).exit ? { on: 'path', key, at } : null
  const id = of('[data-step]')?.dataset.step
  if (id) return { on: 'step', id, at }
  return of('.react-flow__pane') || target.matches('[data-canvas]') ? { on: 'ground', at } : null
}
