import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { queryClient } from '../api/query-client'
import { meQuery } from '../api/workspace'
import { useWorkspaceStore } from '../api/workspace-store'
import { initialsOf } from '../customers/name-of-contact'
import { Menu } from '../ui/menu'
import { useWords } from '../words/use-words'
import { withWords } from '../words/with-words'
import styles from './sidebar.module.css'
import { useWorkspace } from './use-workspace'

const fetchDialog = withWords(() => import('./new-workspace-dialog'))
const NewWorkspaceDialog = lazy(async () => ({ default: (await fetchDialog()).NewWorkspaceDialog }))

/** Which client's walled data one looks at. */
export function WorkspaceSwitcher() {
  const { t } = useWords()
  const { data } = useQuery(meQuery())
  const workspace = useWorkspace()
  const choose = useWorkspaceStore((state) => state.choose)
  const navigate = useNavigate()
  const [making, setMaking] = useState(false)
  if (!workspace) return null
  const go = async (id: string) => {
    choose(id)
    await navigate({ to: '/' })
    await queryClient.resetQueries()
  }
  const about =
    workspace.clock.kind === 'test'
      ? t('workspace.testClock')
      : workspace.timeZone.replace('_', ' ')
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button type="button" className={styles.switch}>
            <span className="sr-only">{t('workspace.switch', { name: workspace.name })}</span>
            <span className={styles.mark} aria-hidden="true">
              {initialsOf(workspace.name)}
            </span>
            <span className={styles.text} aria-hidden="true">
              <b>{workspace.name}</b>
              <small>{about}</small>
            </span>
            <ChevronDown className={`icon-s ${styles.chevron}`} aria-hidden="true" />
          </button>
        }
        items={[
          ...(data?.workspaces ?? []).map((each) => ({
            label: each.name,
            checked: each.id === workspace.id,
            onSelect: () => void go(each.id),
          })),
          null,
          {
            label: t('workspace.new'),
            icon: <Plus className="icon" aria-hidden="true" />,
            onSelect: () => setMaking(true),
          },
        ]}
      />
      {making && (
        <Suspense>
          <NewWorkspaceDialog close={() => setMaking(false)} onMade={go} />
        </Suspense>
      )}
    </>
  )
}
