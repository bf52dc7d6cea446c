import { ageWords } from '@relance/core/time/age-words'
import { formatMessage } from '@relance/core/words/format-message'
import { stuckWords } from '@relance/core/words/queue-words'
import { Link } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EngineStatus } from '../api/engine-status'
import panel from '../ui/panel.module.css'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'
import styles from './status.module.css'

/** The answer in one line, then each thing that is wrong: since when, why, and what to do. */
export function Verdict({ status }: { status: EngineStatus }) {
  const { t, language } = useWords()
  const stuck = status.queues.flatMap(({ queue, stuckFor }) =>
    stuckFor === null ? [] : [{ queue, since: ageWords(stuckFor, language) }],
  )
  const away = status.parts.filter(({ works }) => !works)
  const bad = stuck.length + away.length
  const look =
    status.troubles.length +
    (status.attention.count > 0 ? 1 : 0) +
    (status.setAside.count > 0 ? 1 : 0)
  const tone = bad > 0 ? 'bad' : look > 0 ? 'warn' : 'ok'
  const Icon = bad > 0 ? CircleAlert : look > 0 ? TriangleAlert : CircleCheck
  const title =
    bad > 0
      ? t('status.bad', { n: bad })
      : look > 0
        ? t('status.look', { n: look })
        : t('status.well')
  return (
    <section className={`${panel.panel} ${styles.verdict}`} data-tone={tone} role="status">
      <h2>
        <Icon className="icon" aria-hidden="true" />
        {title}
      </h2>
      {bad + look === 0 && <p>{t('status.wellAbout')}</p>}
      <ul>
        {away.map(({ name, says }) => (
          <Item key={name}>{says}</Item>
        ))}
        {stuck.map(({ queue, since }) => (
          <Item key={queue} about={t('status.stuckDo')}>
            {formatMessage(stuckWords, queue, language, { since })}
          </Item>
        ))}
        {status.troubles.map((trouble) => (
          <TroubleItem key={`${trouble.queue}:${trouble.subject}`} trouble={trouble} />
        ))}
        {status.attention.count > 0 && (
          <Item>
            <a href="#people">
              {t('status.attention')}
              {' – '}
              {t('status.attentionCount', { n: status.attention.count })}
            </a>
          </Item>
        )}
        {status.setAside.count > 0 && (
          <Item>
            <a href="#set-aside">
              {t('status.setAside')}
              {' – '}
              {t('status.setAsideCount', { n: status.setAside.count })}
            </a>
          </Item>
        )}
      </ul>
    </section>
  )
}

const TOLD: Record<string, WordKey> = {
  sweep: 'status.trouble.sweep',
  intake: 'status.trouble.intake',
  schedule: 'status.trouble.schedule',
  react: 'status.trouble.react',
  relay: 'status.trouble.relay',
  dispatch: 'status.trouble.dispatch',
  blocked: 'status.trouble.blocked',
  complaints: 'status.trouble.complaints',
  bounces: 'status.trouble.bounces',
  provider: 'status.trouble.provider',
}

function TroubleItem({ trouble }: { trouble: EngineStatus['troubles'][number] }) {
  const { t, date } = useWords()
  const { queue, subject, flowId, flowName, since, times, error } = trouble
  const key = TOLD[queue] ?? 'status.trouble.other'
  const isOfRule = queue === 'sweep' || queue === 'intake' || queue === 'schedule'
  const isKnown = !isOfRule || (flowName !== null && subject !== '')
  const about = (
    <>
      {t('status.since', { at: date(since, 'moment') })}, {t('status.times', { n: times })}.{' '}
      {isOfRule && t('status.ruleDo')}
      <br />
      {t('status.reason')} <code>{error}</code>{' '}
      {flowId && (
        <Link to="/scenarios/$flowId" params={{ flowId }}>
          {t('status.openFlow')}
        </Link>
      )}
      {['blocked', 'complaints', 'bounces', 'provider'].includes(queue) && (
        <Link to="/settings" hash="sending">
          {t('status.openSending')}
        </Link>
      )}
      {queue === 'react' && subject && (
        <Link to="/customers/$contactId" params={{ contactId: subject }}>
          {t('status.openCustomer')}
        </Link>
      )}
    </>
  )
  return (
    <Item about={about}>
      {isKnown
        ? t(key, { flow: flowName ?? '', queue, subject })
        : t('status.trouble.other', { queue, flow: '' })}
    </Item>
  )
}

const Item = ({ about, children }: { about?: ReactNode; children: ReactNode }) => (
  <li>
    <b>{children}</b>
    {about && <small>{about}</small>}
  </li>
)
