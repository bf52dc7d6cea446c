import type { SendingSettings } from '@relance/core/sending-limit/sending-settings'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient } from '../api/query-client'
import { sendingQuery } from '../api/sending'
import { workspaceQuery } from '../api/workspace'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { DomainLimitRows } from './domain-limit-rows'
import { MailCount } from './mail-count'
import { SendingToday } from './sending-today'
import styles from './settings.module.css'
import { useSaveSettings } from './use-save-settings'

/** How many mails go out, by day, by domain, and while the sender is new; what they say today, and what is paused. */
export function SendingForm({ workspaceId }: { workspaceId: string }) {
  const sending = useQuery(workspaceQuery(workspaceId)).data?.sending
  return sending ? <Form workspaceId={workspaceId} start={sending} /> : null
}

/** What a limit begins with once it is ticked. */
const DAILY = 50_000
const PLAN = { start: 500, factor: 2, end: 100_000 }

function Form({ workspaceId, start }: { workspaceId: string; start: SendingSettings }) {
  const { t } = useWords()
  const [said, setSaid] = useState(start)
  const save = useSaveSettings(workspaceId)
  const { warmUp, dailyMost } = said
  const set = (change: Partial<SendingSettings>) => setSaid({ ...said, ...change })
  const plan = (change: Partial<typeof PLAN>) => warmUp && set({ warmUp: { ...warmUp, ...change } })
  return (
    <form
      id="sending"
      className={`${panel.panel} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(
          { sending: said },
          { onSuccess: () => queryClient.invalidateQueries({ queryKey: sendingQuery().queryKey }) },
        )
      }}
    >
      <h2>{t('sending.title')}</h2>
      <p className={styles.about}>{t('sending.about')}</p>
      <SendingToday />
      <p className={styles.limit}>
        <label>
          <input
            type="checkbox"
            checked={dailyMost !== null}
            onChange={(event) => set({ dailyMost: event.target.checked ? DAILY : null })}
          />
          <span>{t('sending.daily')}</span>
        </label>
        <span>{t('pressure.atMost')}</span>
        <MailCount
          label={t('sending.dailyMost')}
          value={dailyMost}
          onChange={(most) => set({ dailyMost: most })}
        />
      </p>
      <p className={styles.limit}>
        <label>
          <input
            type="checkbox"
            checked={warmUp !== null}
            onChange={(event) => set({ warmUp: event.target.checked ? PLAN : null })}
          />
          <span>{t('sending.warmUp')}</span>
        </label>
        <span>{t('sending.from')}</span>
        <MailCount
          label={t('sending.start')}
          value={warmUp?.start ?? null}
          onChange={(value) => plan({ start: value })}
        />
        <span>{t('sending.times')}</span>
        <MailCount
          label={t('sending.factor')}
          value={warmUp?.factor ?? null}
          most={10}
          step={0.1}
          onChange={(factor) => plan({ factor })}
        />
        <span>{t('sending.upTo')}</span>
        <MailCount
          label={t('sending.end')}
          value={warmUp?.end ?? null}
          onChange={(end) => plan({ end })}
        />
      </p>
      <p className={styles.hint}>{t('sending.warmUpHelp')}</p>
      <DomainLimitRows
        limits={said.domainLimits}
        onChange={(domainLimits) => set({ domainLimits })}
      />
      <p className={styles.limit}>
        <span>{t('sending.dayBegins')}</span>
        <input
          type="time"
          required
          className={`${fields.field} ${styles.time}`}
          aria-label={t('sending.dayBegins')}
          value={said.dayBegins}
          onChange={(event) => set({ dayBegins: event.target.value })}
        />
      </p>
      <Button type="submit" look="primary" disabled={save.isPending}>
        {t('settings.save')}
      </Button>
    </form>
  )
}
