import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { TrySubject } from '../../api/try'
import { useWords } from '../../words/use-words'
import { ChooseSubject } from './choose-subject'
import { TriedRun } from './tried-run'
import styles from './try.module.css'

/** Beside the drawing: whom it is tried with, and their path. */
export function TryPanel() {
  const { t } = useWords()
  const [subject, setSubject] = useState<TrySubject | null>(null)
  return (
    <aside className={styles.panel} data-region="inspector" data-try aria-label={t('try.title')}>
      <header className={styles.head}>
        <h2>{t('try.title')}</h2>
        <p className={styles.banner}>
          <ShieldCheck className="icon-s" aria-hidden="true" />
          {t('try.banner')}
        </p>
      </header>
      {subject ? (
        <TriedRun
          key={`${subject.contactId}:${subject.runId}`}
          subject={subject}
          change={() => setSubject(null)}
        />
      ) : (
        <ChooseSubject choose={setSubject} />
      )}
    </aside>
  )
}
