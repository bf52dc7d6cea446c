import { useQuery } from '@tanstack/react-query'
import { type Pressure, pressureQuery } from '../api/pressure'
import { useTopics } from '../canvas/use-topics'
import { Chip } from '../ui/chip'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './side-cards.module.css'

/** How much this person has been written to, what they may still get, and why it is less than usual. */
export function PressureCard({ contactId }: { contactId: string }) {
  const { t, date } = useWords()
  const { data } = useQuery(pressureQuery(contactId))
  if (!data) return null
  return (
    <section className={panel.card}>
      <h3>{t('pressure.card')}</h3>
      {data.limits.length > 0 && (
        <dl className={styles.figures}>
          {data.limits.map(({ channel, sent, most, days, roomAt }) => (
            <div key={channel ?? 'all'} className={styles.pair}>
              <dt>{t(`pressure.${nameOf(channel)}`, { days })}</dt>
              <dd title={roomAt ? t('pressure.roomAt', { at: date(roomAt, 'moment') }) : undefined}>
                {t('pressure.of', { sent, most })}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Reasons pressure={data} />
    </section>
  )
}

const nameOf = (channel: string | null) =>
  channel === 'email' || channel === 'sms' ? channel : 'all'

function Reasons({ pressure }: { pressure: Pressure }) {
  const { t, date, language } = useWords()
  const topics = useTopics()
  const { level, silentSince, isDissatisfied, wantsLess, pausedUntil, topicsOff } = pressure
  const share = level === 0.5 ? 'half' : level === 0.25 ? 'quarter' : 'none'
  const named = topicsOff.map((key) => topics.find((topic) => topic.key === key)?.[language] ?? key)
  const isSilent = level < 1 && !(wantsLess && level === 0.5) && !isDissatisfied
  const said = [
    isSilent && t('pressure.silent', { at: date(silentSince, 'day') }),
    isDissatisfied && t('pressure.dissatisfied'),
    wantsLess && t('pressure.asked'),
    pausedUntil && t('pressure.pausedUntil', { at: date(pausedUntil, 'day') }),
    named.length > 0 && t('pressure.notAbout', { topics: named.join(', ') }),
  ].filter((one) => typeof one === 'string')
  if (level === 1 && said.length === 0) return null
  return (
    <div className={styles.chips}>
      {level < 1 && <Chip tone="warn">{t(`pressure.${share}`)}</Chip>}
      {said.map((one) => (
        <Chip key={one} tone="mute">
          {one}
        </Chip>
      ))}
    </div>
  )
}
