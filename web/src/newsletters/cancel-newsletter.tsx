import { useState } from 'react'
import { cancelNewsletter } from '../api/sendings'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'
import styles from './newsletters.module.css'
import { Question } from './question'

/**
 * Cancels a newsletter before its first sending, and asks before.
 * @param nextAt when it would leave; null: it was not scheduled yet
 */
export function CancelNewsletter({ flowId, nextAt }: { flowId: string; nextAt: string | null }) {
  const { t, date } = useWords()
  const [isAsked, setIsAsked] = useState(false)
  return (
    <>
      <Button onClick={() => setIsAsked(true)}>{t('sendings.cancel')}</Button>
      {isAsked && (
        <Question
          flowId={flowId}
          title={t('sendings.cancelAllTitle')}
          sure={t('sendings.cancelAllSure')}
          act={() => cancelNewsletter(flowId)}
          done={() => t('sendings.cancelAllDone')}
          close={() => setIsAsked(false)}
        >
          <p>
            {nextAt
              ? t('sendings.cancelAllAt', { at: date(nextAt, 'moment') })
              : t('sendings.cancelAllUnplanned')}
          </p>
          <p className={styles.quiet}>{t('sendings.cancelAllAbout')}</p>
        </Question>
      )}
    </>
  )
}
