import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { ChevronRight } from 'lucide-react'
import { openRequestsQuery } from '../api/publish-requests'
import type { FlowRow } from '../api/types'
import { mayPublishIn, useWorkspace } from '../app/use-workspace'
import panel from '../ui/panel.module.css'
import { Tile } from '../ui/tile'
import { useWords } from '../words/use-words'
import styles from './home.module.css'

const MOST_CARDS = 3
const icons = { ok: 'flag', bad: 'triangle-alert', warn: 'triangle-alert', mute: 'pencil' }

/** At most three things worth a look, each with where to go. */
export function Attention({ flows }: { flows: FlowRow[] }) {
  const { t } = useWords()
  const mayPublish = mayPublishIn(useWorkspace())
  const { data: asked = [] } = useQuery({ ...openRequestsQuery(), enabled: mayPublish })
  const stuck = flows.filter((flow) => flow.attention > 0)
  const drafts = flows.filter((flow) => flow.status === 'draft' || flow.hasChanges)
  const broken = flows.filter((flow) => flow.problems > 0)
  const names = (some: FlowRow[]) => some.map(({ name }) => name)
  const cards = [
    mayPublish &&
      asked[0] && {
        flowId: asked[0].flowId,
        tone: 'ok' as const,
        title: t('home.asked', { n: asked.length }),
        names: asked.map(({ flowName, askedBy }) =>
          askedBy ? t('home.askedBy', { scenario: flowName, name: askedBy }) : flowName,
        ),
      },
    stuck[0] && {
      flowId: stuck[0].id,
      tone: 'bad' as const,
      title: t('home.stuck', { n: stuck.reduce((sum, flow) => sum + flow.attention, 0) }),
      names: names(stuck),
    },
    broken[0] && {
      flowId: broken[0].id,
      tone: 'warn' as const,
      title: t('home.broken', { n: broken.reduce((sum, flow) => sum + flow.problems, 0) }),
      names: names(broken),
    },
    drafts[0] && {
      flowId: drafts[0].id,
      tone: 'mute' as const,
      title: t('home.drafts', { n: drafts.length }),
      names: names(drafts),
    },
  ]
    .filter((card) => card !== undefined && card !== false)
    .slice(0, MOST_CARDS)
  if (cards.length === 0) return null
  return (
    <div className={styles.attention}>
      {cards.map(({ flowId, tone, title, names }) => (
        <Link
          key={title}
          to="/scenarios/$flowId"
          params={{ flowId }}
          className={clsx(panel.panel, styles.attend)}
        >
          <Tile tone={tone} icon={icons[tone]} />
          <span>
            <b>{title}</b>
            <small>{names.join(', ')}</small>
          </span>
          <ChevronRight className="icon" aria-hidden="true" />
        </Link>
      ))}
    </div>
  )
}
