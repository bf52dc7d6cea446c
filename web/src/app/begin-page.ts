import { flowQuery } from '../api/flows'
import { mailTemplatesQuery, offersQuery } from '../api/messages'
import { queryClient } from '../api/query-client'
import { segmentsQuery } from '../api/segments'
import { meQuery } from '../api/workspace'
import { readWorkspaceId } from '../api/workspace-store'

/**
 * Asks for what the page at an address waits for, all at once and before anything is drawn: for a scenario its parts of
 * the app, its data and its draft too, each of which would wait for the one before. What fails is told by the page.
 */
export function beginPage(path: string): void {
  void queryClient.prefetchQuery(meQuery())
  const flowId = /^\/scenarios\/([^/]+)\/?$/.exec(path)?.[1]
  // Whoever comes for the first time has no workspace yet, in which all this would be asked for.
  if (!flowId || readWorkspaceId() === null) return
  void import('../canvas/link/begun-draft').then(
    ({ beginDraft }) => beginDraft(flowId),
    () => undefined,
  )
  void queryClient.prefetchQuery(flowQuery(flowId))
  void queryClient.prefetchQuery(mailTemplatesQuery())
  void queryClient.prefetchQuery(offersQuery())
  void queryClient.prefetchQuery(segmentsQuery())
}
