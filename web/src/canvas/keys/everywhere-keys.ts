import { goToRegion } from './go-to-region'
import type { KeyScene } from './key-scene'

/** Keys that act wherever the keyboard is, in a field too. */
export function everywhereKeys(
  { commands, store }: KeyScene,
  readOnly: boolean,
): Record<string, () => void> {
  const look = {
    f6: () => goToRegion(1),
    'shift f6': () => goToRegion(-1),
    'ctrl f': () => store.getState().openSearch(),
    f3: () => commands.goToFound(1),
    'shift f3': () => commands.goToFound(-1),
  }
  if (readOnly) return look
  return {
    ...look,
    'ctrl z': commands.undo,
    'ctrl shift z': commands.redo,
    'ctrl y': commands.redo,
    'ctrl shift enter': () => store.getState().showDialog('publish'),
  }
}
