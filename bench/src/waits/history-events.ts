import type { Client } from '@temporalio/client'
import { until } from '../until'

const CLOSED_WITHIN_MS = 60_000

/** How many events the histories of these workflows hold, on average, once they have closed. */
export async function historyEvents(client: Client, workflowIds: string[]): Promise<number> {
  let events = 0
  for (const workflowId of workflowIds) {
    const handle = client.workflow.getHandle(workflowId)
    await until(`${workflowId} has closed`, CLOSED_WITHIN_MS, async () => {
      const { status } = await handle.describe()
      return status.name !== 'RUNNING'
    })
    events += (await handle.fetchHistory()).events?.length ?? 0
  }
  return events / workflowIds.length
}
