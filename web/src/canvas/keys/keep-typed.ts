import type { KeyScene } from './key-scene'

/** Whether a field was asked for that is not there yet: the first time, its part of the app is still being fetched. */
export function isAwaited({ store }: KeyScene): boolean {
  const { picking, focusField } = store.getState()
  return picking !== null || focusField === '@name'
}

/** Keeps what is typed for the field that is awaited. False for a key that means nothing there. */
export function keepTyped({ store, commands }: KeyScene, key: string): boolean {
  const { picking, selected, pick, typeAhead, takeTyped, focusOn } = store.getState()
  if (key.length === 1) typeAhead(key)
  else if (key === 'Enter' && picking) typeAhead(key)
  else if (key === 'Escape' && picking) pick(null)
  else if (key === 'Escape' || key === 'Enter') {
    // The name is whole: nothing is left to wait for.
    const { text } = takeTyped()
    focusOn(null)
    const id = selected.at(-1)
    if (text && id) commands.rename(id, text)
  } else return false
  return true
}
