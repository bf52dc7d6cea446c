import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { repeatAlarmsQuery } from '../api/faulty'
import home from '../home/home.module.css'
import panel from '../ui/panel.module.css'
import { Tile } from '../ui/tile'
import { useWords } from '../words/use-words'

/** Steps that stand still because they repeated themselves; nothing where there are none. */
export function RepeatAlarms() {
  const { t } = useWords()
  const { data } = useQuery(repeatAlarmsQuery())
  if (!data || data.items.length === 0) return null
  return (
    <div className={home.attention}>
      {data.items.map(({ flowId, nodeId, flowName, mail, people, held }) => (
        <Link
          key={`${flowId}:${nodeId}`}
          to="/scenarios/$flowId/steps/$nodeId/oops"
          params={{ flowId, nodeId }}
          className={`${panel.panel} ${home.attend}`}
        >
          <Tile tone="message" icon="mail-warning" />
          <span>
            <b>{t('faulty.paused')}</b>
            {t('faulty.alarm', { mail, flow: flowName, people, held })}
          </span>
          <ChevronRight className="icon-s" aria-hidden="true" />
        </Link>
      ))}
    </div>
  )
}
