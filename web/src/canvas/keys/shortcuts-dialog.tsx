import { Dialog } from '../../ui/dialog'
import { Kbd } from '../../ui/kbd'
import type { WordKey } from '../../words/format-message'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { shortcuts } from './shortcuts'
import styles from './shortcuts.module.css'

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

/** A key as it is printed on the keyboard, in the reader's language. */
function printed(key: string, t: (word: WordKey) => string): string {
  const part = (name: string) => {
    const word = words[name]
    return word ? t(word) : (signs[name] ?? name.toUpperCase())
  }
  return key.split(' ').map(part).join(' ')
}

/** The list is longer than the window and holds nothing to stand on. */
const scrolledByKeys = { tabIndex: 0 }

/** All keys in one list. */
export function ShortcutsDialog() {
  const { t } = useWords()
  const { store } = useSession()
  return (
    <Dialog
      open
      width={480}
      title={t('shortcuts.title')}
      onClose={() => store.getState().showDialog(null)}
    >
      <dl className={styles.list} {...scrolledByKeys}>
        {shortcuts.map(({ does, keys }) => (
          <div key={does}>
            <dt>{t(does)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{printed(key, t)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
