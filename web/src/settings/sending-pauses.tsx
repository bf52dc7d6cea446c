import { useMutation } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { resumeSending, type SendingPause } from '../api/sending'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { useWords } from '../words/use-words'
import styles from './sending.module.css'

/** What is paused, why, until when, and the button that goes on. */
export function SendingPauses({ pauses }: { pauses: SendingPause[] }) {
  const { t } = useWords()
  return (
    <ul className={styles.pauses} aria-label={t('sending.pauses')}>
      {pauses.map((pause) => (
        <Pause key={`${pause.kind}:${pause.subject}`} pause={pause} />
      ))}
    </ul>
  )
}

function Pause({ pause }: { pause: SendingPause }) {
  const { t, date } = useWords()
  const why = useWhy(pause)
  const { kind, subject, fileName, since, until } = pause
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const resume = useMutation({
    mutationFn: resumeSending,
    onSuccess: () => void toast.success(t('sending.resumed')),
    onError: (error) => void toast.error(messageOfError(error)),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    resume.mutate({ pause, reason })
  }
  const needsReason = kind === 'import'
  return (
    <li>
      <TriangleAlert className="icon" aria-hidden="true" />
      <span>
        <b>{t(`sending.paused-${kind}`, { domain: subject, file: fileName ?? '' })}</b>
        <small>
          {why}{' '}
          {until
            ? t('sending.until', { at: date(until, 'moment') })
            : t('sending.since', { at: date(since, 'moment') })}
        </small>
        {isAsking && (
          <form className={styles.reason} onSubmit={submit}>
            <label>
              {t('sending.why')}
              <input
                className={fields.field}
                value={reason}
                maxLength={500}
                required
                onChange={({ target }) => setReason(target.value)}
              />
            </label>
            <Button type="submit" size="small" disabled={resume.isPending || reason.trim() === ''}>
              {t('sending.resume')}
            </Button>
          </form>
        )}
      </span>
      {!isAsking && (
        <Button
          type="button"
          size="small"
          disabled={resume.isPending}
          onClick={() => (needsReason ? setAsking(true) : resume.mutate({ pause }))}
        >
          {t('sending.resume')}
        </Button>
      )}
    </li>
  )
}

/** What has led to a pause, in words. */
function useWhy({ kind, subject, facts }: SendingPause): string {
  const { t, share } = useWords()
  const { complaints = 0, delivered = 0, code = '', hard = 0, sends = 0 } = facts
  const shareOf = (part: number, all: number) => share(part / Math.max(all, 1), 2)
  switch (kind) {
    case 'marketing':
      return t('sending.whyMarketing', {
        ...{ complaints, delivered, share: shareOf(complaints, delivered) },
      })
    case 'import':
      return t('sending.whyImport', { hard, sends, share: shareOf(hard, sends) })
    case 'domain':
      return t('sending.whyDomain', { domain: subject, code })
  }
}
