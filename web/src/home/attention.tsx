import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { peopleWaitingQuery } from '../api/answers'
import { openRequestsQuery } from '../api/publish-requests'
import type { FlowRow } from '../api/types'
import { mayPublishIn, useWorkspace } from '../app/use-workspace'
import panel from '../ui/panel.module.css'
import { Tile } from '../ui/tile'
import { useWords } from '../words/use-words'
import styles from './home.module.css'
import { ofFlows, ofPeople, ofRequests } from './matters'

const MOST = 3

/** At most three things worth a look, people first, each with where to go. */
export function Attention({ flows }: { flows: FlowRow[] }) {
  const words = useWords()
  const mayPublish = mayPublishIn(useWorkspace())
  const { data: waiting } = useQuery(peopleWaitingQuery())
  const { data: asked = [] } = useQuery({ ...openRequestsQuery(), enabled: mayPublish })
  const matters = [
    ...(waiting ? ofPeople(waiting, words) : []),
    ...(mayPublish ? ofRequests(asked, words) : []),
    ...ofFlows(flows, words),
  ].slice(0, MOST)
  if (matters.length === 0) return null
  return (
    <div className={styles.attention}>
      {matters.map((matter) => (
        <Goes key={matter.title} to={matter.flowId}>
          <Tile tone={matter.tone} icon={matter.icon} />
          <span>
            <b>{matter.title}</b>
            <small title={matter.about}>{matter.about}</small>
          </span>
          <ChevronRight className="icon" aria-hidden="true" />
        </Goes>
      ))}
    </div>
  )
}

function Goes({ to, children }: { to: string | null; children: ReactNode }) {
  const className = clsx(panel.panel, styles.attend)
  return to === null ? (
    <Link to="/answers" className={className}>
      {children}
    </Link>
  ) : (
    <Link to="/scenarios/$flowId" params={{ flowId: to }} className={className}>
      {children}
    </Link>
  )
}
