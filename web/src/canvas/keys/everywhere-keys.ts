import { goToRegion } from './go-to-region'
import type { KeyScene } from './key-scene'

/** Keys that act wherever the keyboard is, in a field too. */
export function everywhereKeys(
  { commands, store }: KeyScene,
  readOnly: boolean,
): Record<string, () => void> {
  const regions = { f6: () => goToRegion(1), 'shift f6': () => goToRegion(-1) }
  if (readOnly) return regions
  return {
    ...regions,
    'ctrl z': commands.undo,
    'ctrl shift z': commands.redo,
    'ctrl y': commands.redo,
    'ctrl shift enter': () => store.getState().showDialog('publish'),
  }
}
