import { useQuery } from '@tanstack/react-query'
import { statsQuery, versionsQuery } from '../api/flows'
import { Select } from '../ui/select'
import { Tabs } from '../ui/tabs'
import { useWords } from '../words/use-words'
import { useSession } from './canvas-context'
import styles from './live-bar.module.css'
import { type Period, periodsFor } from './live-range'
import { useRangeWords } from './use-range-words'

interface LiveBarProps {
  drawn: number
  period: Period
  onVersion: (version: number) => void
  onPeriod: (period: Period) => void
}

/** Which version is looked at, and whose figures show; those who still walk an older one are counted beside it. */
export function LiveBar({ drawn, period, onVersion, onPeriod }: LiveBarProps) {
  const { t, rich } = useWords()
  const { flow, range } = useSession()
  const versions = useQuery(versionsQuery(flow.id)).data?.items ?? []
  const { data: stats } = useQuery(statsQuery(flow.id, range))
  const rangeWords = useRangeWords()
  const isLive = drawn === flow.version
  const labels = {
    version: t('live.thisVersion'),
    '7-days': t('live.days', { n: 7 }),
    '30-days': t('live.days', { n: 30 }),
    all: t('live.all'),
  }
  return (
    <section className={styles.bar} aria-label={t('live.figures')}>
      <div className={styles.version}>
        <Select
          look="field"
          label={t('live.drawn')}
          value={String(drawn)}
          choices={versions.map(({ version, people }) => ({
            value: String(version),
            label: t('live.version', { version, n: people }),
          }))}
          placeholder={t('live.versionAlone', { version: drawn })}
          onChange={(version) => onVersion(Number(version))}
        />
      </div>
      <Tabs
        label={t('live.whose')}
        value={period}
        choices={periodsFor(isLive).map((value) => ({ value, label: labels[value] }))}
        onChange={onPeriod}
      />
      <p className={styles.sum}>
        {rangeWords(range)}
        {stats && (
          <span className={styles.figures}>
            {rich('live.sum', {
              entered: stats.entered,
              inside: stats.inside,
              converted: stats.converted,
            })}
          </span>
        )}
      </p>
    </section>
  )
}
