import { useMutation } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { resumeSending, type SendingPause } from '../api/sending'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'
import styles from './sending.module.css'

/** What is paused, why, until when, and the button that goes on. */
export function SendingPauses({ pauses }: { pauses: SendingPause[] }) {
  const { t, date, share } = useWords()
  const resume = useMutation({
    mutationFn: resumeSending,
    onSuccess: () => void toast.success(t('sending.resumed')),
    onError: (error) => void toast.error(messageOfError(error)),
  })
  const why = ({ kind, subject, facts }: SendingPause) => {
    const { complaints = 0, delivered = 0, code = '' } = facts
    if (kind === 'marketing')
      return t('sending.whyMarketing', {
        ...{ complaints, delivered, share: share(complaints / Math.max(delivered, 1), 2) },
      })
    return t('sending.whyDomain', { domain: subject, code })
  }
  return (
    <ul className={styles.pauses} aria-label={t('sending.pauses')}>
      {pauses.map((pause) => (
        <li key={`${pause.kind}:${pause.subject}`}>
          <TriangleAlert className="icon" aria-hidden="true" />
          <span>
            <b>{t(`sending.paused-${pause.kind}`, { domain: pause.subject })}</b>
            <small>
              {why(pause)}{' '}
              {pause.until
                ? t('sending.until', { at: date(pause.until, 'moment') })
                : t('sending.since', { at: date(pause.since, 'moment') })}
            </small>
          </span>
          <Button
            type="button"
            size="small"
            disabled={resume.isPending}
            onClick={() => resume.mutate(pause)}
          >
            {t('sending.resume')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
