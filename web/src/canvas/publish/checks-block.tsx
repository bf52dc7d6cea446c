import type { UseQueryResult } from '@tanstack/react-query'
import { messageOfError } from '../../api/api-error'
import type { CheckOutcome } from '../../api/saved-checks'
import { useWords } from '../../words/use-words'
import { CheckDifference } from '../try/check-difference'
import { CheckMark } from '../try/check-mark'
import checks from '../try/saved-checks.module.css'
import styles from './publish.module.css'

/** The saved checks, walked through the draft that is about to go live: how many pass, and where others lead. */
export function ChecksBlock({
  run,
  anyway,
  onAnyway,
}: {
  run: UseQueryResult<{ items: CheckOutcome[] }>
  anyway: boolean
  onAnyway: (anyway: boolean) => void
}) {
  const { t } = useWords()
  const outcomes = run.data?.items
  if (outcomes?.length === 0) return null
  const passing = outcomes?.filter(({ outcome }) => outcome === 'passes').length ?? 0
  const others = outcomes?.filter(({ outcome }) => outcome !== 'passes') ?? []
  const failing = others.filter(({ outcome }) => outcome === 'fails').length
  return (
    <section className={styles.section} data-checks={failing}>
      <h3>{t('checks.publish')}</h3>
      <p className={styles.quiet} role="status">
        {run.error
          ? messageOfError(run.error)
          : outcomes
            ? t('checks.sum', { pass: passing, n: outcomes.length })
            : t('checks.running')}
      </p>
      {others.length > 0 && (
        <ul className={checks.checks}>
          {others.map((outcome) => (
            <li key={outcome.checkId} className={checks.check}>
              <CheckMark outcome={outcome.outcome} />
              <div className={checks.told}>
                <b>{outcome.name}</b>
                <CheckDifference outcome={outcome} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {failing > 0 && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={anyway}
            onChange={(event) => onAnyway(event.target.checked)}
          />
          {t('checks.anyway', { n: failing })}
        </label>
      )}
    </section>
  )
}
