import { Dialog } from '../../ui/dialog'
import { Kbd } from '../../ui/kbd'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { printedKey } from './printed-key'
import { shortcuts } from './shortcuts'
import styles from './shortcuts.module.css'

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
                <Kbd key={key}>{printedKey(key, t)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
