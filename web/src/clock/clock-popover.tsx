import { Popover } from '@base-ui/react/popover'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import type { Workspace } from '../api/types'
import { advanceClock, statusQuery } from '../api/workspace'
import { mayDrawIn, mayPublishIn } from '../app/use-workspace'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { useWords } from '../words/use-words'
import styles from './clock.module.css'
import { SendEventForm } from './send-event-form'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const jumps = [
  { key: 'clock.halfHour', ms: 30 * MINUTE_MS },
  { key: 'clock.hour', ms: 60 * MINUTE_MS },
  { key: 'clock.day', ms: DAY_MS },
  { key: 'clock.week', ms: 7 * DAY_MS },
] as const

/** What the clock's button opens, open at first: moving it, the inbox, and sending a visitor's events. */
export function ClockPopover({
  trigger,
  workspace,
  now,
}: {
  trigger: ReactElement
  workspace: Workspace
  now: string
}) {
  const { t, date } = useWords()
  const inbox = useQuery(statusQuery()).data?.inboxUrl
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner} sideOffset={6} align="end">
          <Popover.Popup className={styles.popup} aria-label={t('clock.title')}>
            <header className={styles.head}>
              <p>
                <b>{date(now, 'full', workspace.timeZone)}</b>
                <small>{t('clock.about', { zone: workspace.timeZone.replace('_', ' ') })}</small>
              </p>
              {inbox && (
                <a href={inbox} target="_blank" rel="noreferrer" className={styles.link}>
                  {t('clock.inbox')} <ExternalLink className="icon-s" aria-hidden="true" />
                </a>
              )}
            </header>
            {mayPublishIn(workspace) && <Advance now={now} />}
            {mayDrawIn(workspace) && <SendEventForm />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Advance({ now }: { now: string }) {
  const { t } = useWords()
  const [to, setTo] = useState('')
  const advance = useMutation({
    mutationFn: (instant: Date) => advanceClock(instant.toISOString()),
    onSuccess: async ({ bursts, messages }) => {
      toast.success(t('clock.moved', { bursts, messages }))
      await queryClient.invalidateQueries()
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  return (
    <section className={styles.section}>
      <div className={styles.jumps}>
        {jumps.map(({ key, ms }) => (
          <Button
            key={key}
            size="small"
            disabled={advance.isPending}
            onClick={() => advance.mutate(new Date(new Date(now).getTime() + ms))}
          >
            {t(key)}
          </Button>
        ))}
      </div>
      <form
        className={styles.to}
        onSubmit={(event) => {
          event.preventDefault()
          if (to) advance.mutate(new Date(to))
        }}
      >
        <input
          type="datetime-local"
          className={fields.field}
          aria-label={t('clock.to')}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <Button type="submit" size="small" disabled={!to || advance.isPending}>
          {t('clock.go')}
        </Button>
      </form>
      {advance.isPending && (
        <p className={styles.working} role="status">
          {t('clock.working')}
        </p>
      )}
    </section>
  )
}
