import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { TrySubject } from '../../api/try'
import { useWords } from '../../words/use-words'
import { ChooseSubject } from './choose-subject'
import { LastDays } from './last-days'
import { TriedRun } from './tried-run'
import styles from './try.module.css'

/** Beside the drawing: whom it is tried with, and their path. */
export function TryPanel() {
  const { t } = useWords()
  const [subject, setSubject] = useState<TrySubject | null>(null)
  const [view, setView] = useState<'customer' | 'days'>('customer')
  const views = ['customer', 'days'] as const
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
              {t(each === 'customer' ? 'try.oneCustomer' : 'try.lastDays')}
            </button>
          ))}
        </fieldset>
      </header>
      {view === 'days' ? (
        <LastDays
          choose={(chosen) => {
            setSubject(chosen)
            setView('customer')
          }}
        />
      ) : subject ? (
        <TriedRun
          key={`${subject.contactId}:${subject.runId}:${subject.at}`}
          subject={subject}
          change={() => setSubject(null)}
        />
      ) : (
        <ChooseSubject choose={setSubject} />
      )}
    </aside>
  )
}
