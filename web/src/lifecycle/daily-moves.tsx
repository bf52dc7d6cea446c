import { type Rung, rungs, rungWords } from '@relance/core/activity/ladder'
import { useQuery } from '@tanstack/react-query'
import { type ActivityFigures, activityQuery } from '../api/activity'
import panel from '../ui/panel.module.css'
import { Failed } from '../ui/states'
import { useWords } from '../words/use-words'
import styles from './lifecycle.module.css'

const DAYS = 30
const DAY_MS = 86_400_000

interface Day {
  day: string
  up: number
  down: Record<Exclude<Rung, 'active'>, number>
}

/** The last local days, each with the moves made on it; a day without one too. */
function daysOf({ asOf, moves }: ActivityFigures): Day[] {
  const last = moves.at(-1)?.day ?? asOf.slice(0, 10)
  const end = Math.max(Date.parse(last), Date.parse(asOf.slice(0, 10)))
  return Array.from({ length: DAYS }, (_, n) => {
    const day = new Date(end - (DAYS - 1 - n) * DAY_MS).toISOString().slice(0, 10)
    const ofDay = moves.filter((move) => move.day === day)
    const into = (rung: Rung) =>
      ofDay.filter(({ to }) => to === rung).reduce((sum, { people }) => sum + people, 0)
    return {
      day,
      up: into('active'),
      down: { 'at-risk': into('at-risk'), dormant: into('dormant'), lost: into('lost') },
    }
  })
}

const fallen = ({ down }: Day) => down['at-risk'] + down.dormant + down.lost

/** The ladder: how many stand on each rung, and day by day who came back and who fell silent. */
export function DailyMoves() {
  const { t, say, number } = useWords()
  const { data, error, refetch } = useQuery(activityQuery(DAYS))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return null
  const days = daysOf(data)
  return (
    <section className={`${panel.panel} ${styles.ladder}`} aria-labelledby="ladder">
      <h2 id="ladder">{t('ladder.title')}</h2>
      <dl className={styles.rungs}>
        {rungs.map((rung) => (
          <div key={rung} data-rung={rung}>
            <dt>{say(rungWords[rung])}</dt>
            <dd>{number(data.rungs[rung])}</dd>
          </div>
        ))}
      </dl>
      {data.moves.length === 0 ? (
        <p className={styles.still}>{t('ladder.still')}</p>
      ) : (
        <Chart days={days} />
      )}
    </section>
  )
}

/** Up who came back, down who fell silent and how far. */
function Chart({ days }: { days: Day[] }) {
  const { t, date } = useWords()
  const most = Math.max(1, ...days.map((day) => Math.max(day.up, fallen(day))))
  return (
    <>
      <div className={styles.chart} role="img" aria-label={t('ladder.chart')}>
        {days.map((day) => (
          <div
            key={day.day}
            className={styles.day}
            title={t('ladder.day', {
              day: date(`${day.day}T12:00:00Z`, 'day', 'UTC'),
              up: day.up,
              risk: day.down['at-risk'],
              dormant: day.down.dormant,
              lost: day.down.lost,
            })}
          >
            <span className={styles.up} style={{ height: `${(day.up / most) * 50}%` }} />
            <span className={styles.down} style={{ height: `${(fallen(day) / most) * 50}%` }}>
              {(['at-risk', 'dormant', 'lost'] as const).map((rung) => (
                <i key={rung} data-rung={rung} style={{ flexGrow: day.down[rung] }} />
              ))}
            </span>
          </div>
        ))}
      </div>
      <p className={styles.ends}>
        <span>{date(`${days[0]?.day}T12:00:00Z`, 'day', 'UTC')}</span>
        <span>{t('ladder.legend')}</span>
        <span>{date(`${days.at(-1)?.day}T12:00:00Z`, 'day', 'UTC')}</span>
      </p>
    </>
  )
}
