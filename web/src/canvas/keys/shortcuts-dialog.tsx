import { Dialog } from '../../ui/dialog'
import { Kbd } from '../../ui/kbd'
import type { WordKey } from '../../words/format-message'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './shortcuts.module.css'

const rows: [WordKey, string[]][] = [
  ['shortcuts.walk', ['↓', '↑', '←', '→', 'Home', 'End']],
  ['shortcuts.add', ['A']],
  ['shortcuts.addBefore', ['Shift A']],
  ['shortcuts.replace', ['R']],
  ['shortcuts.connect', ['C']],
  ['shortcuts.edge', ['E']],
  ['shortcuts.edit', ['Enter']],
  ['shortcuts.rename', ['F2']],
  ['shortcuts.remove', ['Del']],
  ['shortcuts.undo', ['Ctrl Z', 'Ctrl Shift Z']],
  ['shortcuts.clipboard', ['Ctrl C', 'Ctrl X', 'Ctrl V', 'Ctrl D']],
  ['shortcuts.all', ['Ctrl A']],
  ['shortcuts.move', ['Alt ↓↑←→']],
  ['shortcuts.tidy', ['L']],
  ['shortcuts.zoom', ['+', '−', '0', '1']],
  ['shortcuts.palette', ['\\']],
  ['shortcuts.problems', ['P']],
  ['shortcuts.publish', ['Ctrl Shift Enter']],
  ['shortcuts.find', ['Ctrl K']],
  ['shortcuts.leave', ['Esc']],
]

/** All keys in one list. */
export function ShortcutsDialog() {
  const { t } = useWords()
  const { store } = useSession()
  return (
    <Dialog
      open
      width={460}
      title={t('shortcuts.title')}
      onClose={() => store.getState().showDialog(null)}
    >
      <dl className={styles.list}>
        {rows.map(([key, keys]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              {keys.map((each) => (
                <Kbd key={each}>{each}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
