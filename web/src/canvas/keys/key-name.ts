/**
 * A press as one text: modifiers, then the key, all in small letters, as in `ctrl shift z`, `shift arrowdown`, `space`,
 * `?`. ⌘ counts as Ctrl. A sign keeps no Shift, and none of the modifiers that AltGr stands for: it is what it shows.
 */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
    getModifierState?: (key: string) => boolean
  },
): string {
  const { key } = event
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase()
  const isSign = key.length === 1 && !isLetter && key !== ' '
  const isAltGr = isSign && Boolean(event.getModifierState?.('AltGraph'))
  const plain = key === ' ' ? 'space' : key.toLowerCase()
  return [
    (event.ctrlKey || event.metaKey) && !isAltGr && 'ctrl',
    event.altKey && !isAltGr && 'alt',
    event.shiftKey && !isSign && 'shift',
    plain,
  ]
    .filter(Boolean)
    .join(' ')
}
