import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useWords } from '../words/use-words'
import { useSession } from './canvas-context'
import { compareDrafts } from './document/compare-drafts'
import { contentOf } from './document/draft-content'
import { describeChange } from './panels/describe-change'
import styles from './publish/publish.module.css'

const SHOWN = 6

/** Someone else saved meanwhile: both versions are there, one is chosen, nothing is overwritten unseen. */
export function ConflictDialog() {
  const { t, language } = useWords()
  const { saveState, autosave, document } = useSession()
  if (saveState.kind !== 'conflict') return null
  const { theirs } = saveState
  const before = contentOf(theirs)
  const changes = compareDrafts(before, document.content)
  const settle = (choice: 'mine' | 'theirs') =>
    autosave.current?.settle(choice, theirs, (draft) => document.replace(contentOf(draft)))
  const footer = (
    <>
      <Button onClick={() => settle('theirs')}>{t('conflict.theirs')}</Button>
      <Button look="primary" onClick={() => settle('mine')}>
        {t('conflict.mine')}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={() => undefined}
      title={t('conflict.title')}
      about={t('conflict.about', { n: Object.keys(before.nodes).length })}
      footer={footer}
    >
      <section className={styles.section}>
        <h3>{t('conflict.differs', { n: changes.length })}</h3>
        <ul className={styles.quiet}>
          {changes.slice(0, SHOWN).map((change) => (
            <li key={JSON.stringify(change)}>
              {describeChange(change, before, document.content, { t, language })}
            </li>
          ))}
        </ul>
        {changes.length > SHOWN && (
          <p className={styles.quiet}>{t('draft.more', { n: changes.length - SHOWN })}</p>
        )}
      </section>
    </Dialog>
  )
}
