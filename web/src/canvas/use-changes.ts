import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { versionQuery } from '../api/flows'
import type { FlowVersion } from '../api/types'
import { useSession } from './canvas-context'
import { type Change, compareDrafts } from './document/compare-drafts'
import { contentOf, type DraftContent } from './document/draft-content'

const none: Change[] = []
const contents = new WeakMap<FlowVersion, DraftContent>()
const known = new WeakMap<DraftContent, { live: DraftContent; changes: Change[] }>()

/** The live version as it was published; null while there is none. */
export function useLiveContent(): DraftContent | null {
  const { flow } = useSession()
  const { data } = useQuery({
    ...versionQuery(flow.id, flow.version ?? 0),
    enabled: flow.version !== null,
  })
  return data ? liveContentOf(data) : null
}

/** One content for one answer, so that all cards compare against the same object. */
function liveContentOf(version: FlowVersion): DraftContent {
  const content = contents.get(version) ?? contentOf(version)
  contents.set(version, content)
  return content
}

/** What the draft changes against the live version; reckoned once for all cards. */
export function useChanges(): Change[] {
  const { document, readOnly } = useSession()
  const live = useLiveContent()
  const content = useSyncExternalStore(document.subscribe, () => document.content)
  if (!live || readOnly) return none
  const cached = known.get(content)
  if (cached?.live === live) return cached.changes
  const changes = compareDrafts(live, content)
  known.set(content, { live, changes })
  return changes
}
