import type { WordKey } from '../../words/format-message'

const signs: Record<string, string> = {
  ctrl: 'Ctrl',
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
  '-': '−',
}
const words: Record<string, WordKey> = {
  shift: 'key.Shift',
  delete: 'key.Delete',
  backspace: 'key.Backspace',
  space: 'key.Space',
  enter: 'key.Enter',
  escape: 'key.Escape',
  home: 'key.Home',
  end: 'key.End',
}

/** A key, by its name as `keyName` gives it, as it is printed on the keyboard in the reader's language. */
export function printedKey(key: string, t: (word: WordKey) => string): string {
  const part = (name: string) => {
    const word = words[name]
    return word ? t(word) : (signs[name] ?? name.toUpperCase())
  }
  return key.split(' ').map(part).join(' ')
}
