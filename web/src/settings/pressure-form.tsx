import type { PressureSettings } from '@relance/core/pressure/pressure-settings'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { workspaceQuery } from '../api/workspace'
import { Button } from '../ui/button'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { DayCount, HourCount, MostWithin, QuietHoursInput } from './pressure-inputs'
import styles from './settings.module.css'
import { useSaveSettings } from './use-save-settings'

/** How much the shop writes to one person, over all scenarios. */
export function PressureForm({ workspaceId }: { workspaceId: string }) {
  const pressure = useQuery(workspaceQuery(workspaceId)).data?.pressure
  return pressure ? <Form workspaceId={workspaceId} start={pressure} /> : null
}

const limits = [
  { most: 'emailMost', days: 'emailDays', proposal: 3 },
  { most: 'smsMost', days: 'smsDays', proposal: 1 },
  { most: 'allMost', days: 'allDays', proposal: 4 },
] as const

const silences = ['halfAfterDays', 'quarterAfterDays', 'stopAfterDays'] as const

function Form({ workspaceId, start }: { workspaceId: string; start: PressureSettings }) {
  const { t } = useWords()
  const [said, setSaid] = useState(start)
  const save = useSaveSettings(workspaceId)
  const set = (change: Partial<PressureSettings>) => setSaid({ ...said, ...change })
  return (
    <form
      id="pressure"
      className={`${panel.panel} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ pressure: said })
      }}
    >
      <h2>{t('pressure.title')}</h2>
      <p className={styles.about}>{t('pressure.about')}</p>
      {limits.map(({ most, days, proposal }) => (
        <MostWithin
          key={most}
          label={t(`pressure.${most}`)}
          most={said[most]}
          days={said[days]}
          onMost={(value) => set({ [most]: value })}
          onDays={(value) => set({ [days]: value })}
          proposal={proposal}
        />
      ))}
      <QuietHoursInput
        label={t('pressure.quiet')}
        help={t('pressure.quietHelp')}
        hours={said.quietHours}
        onChange={(quietHours) => set({ quietHours })}
      />
      <HourCount
        label={t('pressure.replyHold')}
        hours={said.replyHoldHours}
        onChange={(replyHoldHours) => set({ replyHoldHours })}
      />
      <p className={styles.hint}>{t('pressure.replyHoldHelp')}</p>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={said.sunset}
          onChange={(event) => set({ sunset: event.target.checked })}
        />
        <span>{t('pressure.sunset')}</span>
      </label>
      {said.sunset && (
        <>
          {silences.map((name) => (
            <DayCount
              key={name}
              label={t(`pressure.${name}`)}
              days={said[name]}
              onChange={(value) => set({ [name]: value })}
            />
          ))}
          <p className={styles.hint}>{t('pressure.sunsetHelp')}</p>
        </>
      )}
      <Button type="submit" look="primary" disabled={save.isPending}>
        {t('settings.save')}
      </Button>
    </form>
  )
}
