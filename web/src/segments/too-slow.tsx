import { ruleClause } from '@relance/core/rule/describe-rule'
import { Hourglass } from 'lucide-react'
import { useNames } from '../canvas/use-names'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'
import segments from './segments.module.css'
import styles from './too-slow.module.css'
import type { PeopleNowAsked } from './use-people-now'

/** A rule that takes too long to count: which of its conditions is at fault, and how many there were last. */
export function TooSlow({ slow, last, isStale, again }: PeopleNowAsked) {
  const { t, number, date, language } = useWords()
  const names = useNames(null)
  return (
    <div className={styles.tooSlow} data-too-slow>
      {last && (
        <div>
          <p className={segments.figure} data-stale="true">
            {number(last.count)}
          </p>
          <p className={segments.quiet}>
            {t('segments.lastCounted', { at: date(new Date(last.at).toISOString(), 'moment') })}
          </p>
        </div>
      )}
      <div role="alert">
        <p className={styles.slowHead}>
          <Hourglass className="icon-s" aria-hidden="true" />
          {t('segments.tooSlow')}
        </p>
        <p>{t('segments.slowOnes', { n: slow.length })}</p>
        <ul>
          {slow.map((leaf) => (
            <li key={JSON.stringify(leaf)}>{ruleClause(leaf, language, names)}</li>
          ))}
        </ul>
        <p>{t('segments.slowHelp')}</p>
      </div>
      <Button onClick={again} disabled={isStale}>
        {t('segments.countAgain')}
      </Button>
    </div>
  )
}
