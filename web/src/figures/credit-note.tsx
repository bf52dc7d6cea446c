import { Link } from '@tanstack/react-router'
import type { Counting } from '../api/reports'
import { useWords } from '../words/use-words'
import styles from './figures.module.css'
import { useCreditWords } from './use-credit-words'

/** What the figures mean, and the workspace's window of credit with the way to change it. */
export function CreditNote({ counting }: { counting: Counting }) {
  const { t } = useWords()
  const credit = useCreditWords()
  return (
    <div className={styles.meaning}>
      <p>
        <b data-credit={counting.creditDays}>{credit(counting)}</b>{' '}
        <Link to="/settings" hash="settings-reports">
          {t('figures.changeCredit')}
        </Link>
      </p>
      <details>
        <summary>{t('figures.meaningTitle')}</summary>
        <p>{t('figures.meaning')}</p>
      </details>
    </div>
  )
}
