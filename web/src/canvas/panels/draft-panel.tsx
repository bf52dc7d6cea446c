import clsx from 'clsx'
import { Chip } from '../../ui/chip'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { useChanges, useLiveContent } from '../use-changes'
import { describeChange } from './describe-change'
import styles from './panels.module.css'

const SHOWN = 4

/** What the draft changes against what is live, and who still walks the live one. */
export function DraftPanel() {
  const { t, rich, language } = useWords()
  const { flow, document, readOnly, store } = useSession()
  const open = useCanvas((state) => state.open.draft)
  const comparing = useCanvas((state) => state.comparing)
  const changes = useChanges()
  const live = useLiveContent()
  if (readOnly || !live || flow.version === null) return null
  return (
    <section className={clsx(styles.float, styles.draft)} aria-label={t('draft.title')}>
      <h3>
        {t('draft.title')}
        <Chip small className={styles.push}>
          {t('draft.changes', { n: changes.length })}
        </Chip>
      </h3>
      {open && (
        <div className={styles.changes}>
          {changes.slice(0, SHOWN).map((change) => (
            <span key={JSON.stringify(change)}>
              {describeChange(change, live, document.content, { t, language })}
            </span>
          ))}
          {changes.length > SHOWN && <span>{t('draft.more', { n: changes.length - SHOWN })}</span>}
          {changes.length === 0 && <span>{t('draft.same', { version: flow.version })}</span>}
          {flow.inside > 0 && (
            <span className={changes.length > 0 ? styles.inside : undefined}>
              {rich('draft.inside', { n: flow.inside, version: flow.version })}
            </span>
          )}
          {changes.length > 0 && (
            <>
              <label className={styles.compare}>
                <input
                  type="checkbox"
                  checked={comparing}
                  onChange={(event) => store.getState().compare(event.target.checked)}
                />
                {t('draft.compare')}
              </label>
              <button
                type="button"
                className={styles.compareList}
                onClick={() => store.getState().showDialog('versions')}
              >
                {t('draft.compareList', { version: flow.version })}
              </button>
            </>
          )}
        </div>
      )}
    </section>
  )
}
