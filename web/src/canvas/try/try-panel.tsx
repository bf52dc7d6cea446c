import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { TrySubject } from '../../api/try'
import { useWords } from '../../words/use-words'
import { ChooseSubject } from './choose-subject'
import { LastDays } from './last-days'
import { SavedChecks } from './saved-checks'
import { TriedRun } from './tried-run'
import styles from './try.module.css'

const views = ['customer', 'days', 'checks'] as const
type View = (typeof views)[number]
const viewTexts = {
  customer: 'try.oneCustomer',
  days: 'try.lastDays',
  checks: 'checks.title',
} as const

/** Beside the drawing: whom it is tried with, and their path. */
export function TryPanel() {
  const { t } = useWords()
  const [subject, setSubject] = useState<TrySubject | null>(null)
  const [view, setView] = useState<View>('customer')
  const open = (chosen: TrySubject) => {
    setSubject(chosen)
    setView('customer')
  }
  return (
    <aside className={styles.panel} data-region="inspector" data-try aria-label={t('try.title')}>
      <header className={styles.head}>
        <h2>{t('try.title')}</h2>
        <p className={styles.banner}>
          <ShieldCheck className="icon-s" aria-hidden="true" />
          {t('try.banner')}
        </p>
        <fieldset className={styles.groups} aria-label={t('try.title')}>
          {views.map((each) => (
            <button
              key={each}
              type="button"
              className={styles.group}
              aria-pressed={view === each}
              onClick={() => setView(each)}
            >
              {t(viewTexts[each])}
            </button>
          ))}
        </fieldset>
      </header>
      {view === 'days' ? (
        <LastDays choose={open} />
      ) : view === 'checks' ? (
        <SavedChecks choose={open} />
      ) : subject ? (
        <TriedRun
          key={`${subject.contactId}:${subject.runId}:${subject.at}:${subject.asked?.knownUntil}`}
          subject={subject}
          change={() => setSubject(null)}
        />
      ) : (
        <ChooseSubject choose={setSubject} />
      )}
    </aside>
  )
}
