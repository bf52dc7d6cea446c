import { useQuery } from '@tanstack/react-query'
import { versionQuery } from '../api/flows'
import type { FlowVersion } from '../api/types'
import { useCanvas, useSession } from './canvas-context'
import type { Change } from './document/compare-drafts'
import { contentOf, type DraftContent } from './document/draft-content'

const contents = new WeakMap<FlowVersion, DraftContent>()

/** The live version as it was published; null while there is none. */
export function useLiveContent(): DraftContent | null {
  const { flow } = useSession()
  const { data } = useQuery({
    ...versionQuery(flow.id, flow.version ?? 0),
    enabled: flow.version !== null,
  })
  return data ? liveContentOf(data) : null
}

/** One content for one answer, so that whoever compares compares against the same object. */
function liveContentOf(version: FlowVersion): DraftContent {
  const content = contents.get(version) ?? contentOf(version)
  contents.set(version, content)
  return content
}

/** What the draft changes against the live version. */
export const useChanges = (): Change[] => useCanvas((state) => state.changes)
