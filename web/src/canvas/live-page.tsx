import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { flowQuery, versionQuery } from '../api/flows'
import { Failed, Loading } from '../ui/states'
import { CanvasContext, type CanvasSession } from './canvas-context'
import { contentOf } from './document/draft-content'
import { DraftDocument } from './document/draft-document'
import type { Saving } from './link/save-state'
import { createSaveStore } from './link/save-store'
import { LiveBar } from './live-bar'
import { periodsFor, rangeOf } from './live-range'
import { createPresenceStore } from './presence/presence-store'
import { ScenarioCanvas } from './scenario-canvas'
import styles from './scenario-page.module.css'
import { createCanvasStore } from './store/canvas-store'
import { useNames } from './use-names'

/** Live: a published version as people walk it, nothing to change; the one that is live unless another is chosen. */
export function LivePage() {
  const { flowId } = useParams({ from: '/app/scenarios/$flowId/live' })
  const flow = useQuery(flowQuery(flowId))
  const { version: chosen, people = 'version' } = useSearch({
    from: '/app/scenarios/$flowId/live',
  })
  const navigate = useNavigate({ from: '/scenarios/$flowId/live' })
  const live = flow.data?.version ?? null
  const version = live === null ? null : (chosen ?? live)
  const period = periodsFor(version === live).includes(people) ? people : 'version'
  const published = useQuery({ ...versionQuery(flowId, version ?? 0), enabled: version !== null })
  const autosave = useRef<Saving | null>(null)
  const opened = useMemo(
    () =>
      published.data && {
        document: new DraftDocument(contentOf(published.data), { now: () => Date.now() }),
        store: createCanvasStore(),
        presence: createPresenceStore(),
        saveStore: createSaveStore({ kind: 'saved', at: null }),
      },
    [published.data],
  )
  const names = useNames(opened?.document ?? null)
  const range = useMemo(
    () => rangeOf(period, version ?? 0, version === live),
    [period, version, live],
  )
  const value = useMemo<CanvasSession | null>(
    () =>
      flow.data && opened
        ? {
            ...opened,
            flow: flow.data,
            names,
            isAhead: false,
            readOnly: true,
            hasFigures: true,
            ...{ range, drawn: version },
            autosave,
          }
        : null,
    [flow.data, opened, names, range, version],
  )
  const error = flow.error ?? published.error
  if (error) return <Failed error={error} retry={() => void flow.refetch()} />
  if (flow.data && version === null) return <Navigate to="/scenarios/$flowId" params={{ flowId }} />
  if (!value)
    return (
      <div className={styles.loading}>
        <Loading rows={6} />
      </div>
    )
  return (
    <CanvasContext value={value}>
      <ScenarioCanvas
        top={
          <LiveBar
            drawn={version ?? 0}
            period={period}
            onVersion={(next) =>
              void navigate({
                search: { people: period, version: next === live ? undefined : next },
              })
            }
            onPeriod={(next) =>
              void navigate({ search: (before) => ({ ...before, people: next }) })
            }
          />
        }
      />
    </CanvasContext>
  )
}
