import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import {
  Activity,
  ChartScatter,
  CircleUserRound,
  Code,
  Mail,
  MessageSquareReply,
  Route,
  Settings,
  Upload,
  UsersRound,
  Workflow,
} from 'lucide-react'
import { peopleWaitingQuery } from '../api/answers'
import { flowsQuery } from '../api/flows'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'
import { BrandMark } from './brand-mark'
import styles from './sidebar.module.css'
import { mayPublishIn, useWorkspace } from './use-workspace'
import { WorkspaceSwitcher } from './workspace-switcher'

interface Place {
  to:
    | '/'
    | '/customers'
    | '/segments'
    | '/lifecycle'
    | '/scores'
    | '/messages'
    | '/answers'
    | '/imports'
    | '/developers'
    | '/status'
    | '/settings'
  key: WordKey
  icon: typeof Code
  exact?: boolean
  push?: boolean
  /** What its number counts. */
  count?: 'flows' | 'answers'
  /** Only whoever publishes may open it. */
  forPublishers?: boolean
}

const places: Place[] = [
  { to: '/', key: 'nav.scenarios', icon: Workflow, exact: true, count: 'flows' },
  { to: '/customers', key: 'nav.customers', icon: UsersRound },
  { to: '/segments', key: 'nav.segments', icon: CircleUserRound },
  { to: '/lifecycle', key: 'nav.lifecycle', icon: Route },
  { to: '/scores', key: 'nav.scores', icon: ChartScatter },
  { to: '/messages', key: 'nav.messages', icon: Mail },
  { to: '/answers', key: 'nav.answers', icon: MessageSquareReply, count: 'answers' },
  { to: '/imports', key: 'nav.imports', icon: Upload },
  { to: '/developers', key: 'nav.developers', icon: Code, push: true },
  { to: '/status', key: 'nav.status', icon: Activity, forPublishers: true },
  { to: '/settings', key: 'nav.settings', icon: Settings },
]

/** The pages; on the canvas only their icons, to leave room for the drawing. */
export function Sidebar({ narrow, isDrawing }: { narrow: boolean; isDrawing: boolean }) {
  const { t } = useWords()
  const counted = { enabled: !narrow }
  const counts = {
    flows: useQuery({ ...flowsQuery(), ...counted }).data?.items.length ?? 0,
    answers: useQuery({ ...peopleWaitingQuery(), ...counted }).data?.answers.open ?? 0,
  }
  const mayPublish = mayPublishIn(useWorkspace())
  const shown = places.filter(({ forPublishers }) => !forPublishers || mayPublish)
  return (
    <nav
      className={clsx(styles.side, narrow && styles.narrow)}
      data-region="rail"
      aria-label={t('nav.main')}
    >
      <Link to="/" className={styles.brand} aria-label="Relance">
        <BrandMark />
        {!narrow && 'Relance'}
      </Link>
      {!narrow && <WorkspaceSwitcher />}
      {shown.map(({ to, key, icon: Icon, exact, push, count }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact }}
          className={clsx(styles.item, push && styles.push, isDrawing && to === '/' && styles.on)}
          activeProps={{ 'aria-current': 'page' }}
          title={narrow ? t(key) : undefined}
          aria-label={narrow ? t(key) : undefined}
        >
          <Icon className="icon" aria-hidden="true" />
          {!narrow && t(key)}
          {!narrow && count && counts[count] > 0 && (
            <span className={styles.count}>{counts[count]}</span>
          )}
        </Link>
      ))}
    </nav>
  )
}
