import { type Client, WorkflowNotFoundError } from '@temporalio/client'
import { until } from '../until'

const CLOSED_WITHIN_MS = 60_000

/** What the histories of these workflows hold, once they have closed. */
export interface Histories {
  /** Events of each that there is, on average. */
  events: number
  /** How many there are: whoever was sent on by another look before their wake was handed over never had a run. */
  found: number
}

/** Fetches the histories of these workflows. */
export async function historiesOf(client: Client, workflowIds: string[]): Promise<Histories> {
  let events = 0
  let found = 0
  for (const workflowId of workflowIds) {
    const of = await eventsOf(client, workflowId)
    if (of === undefined) continue
    events += of
    found++
  }
  return { events: events / found, found }
}

async function eventsOf(client: Client, workflowId: string): Promise<number | undefined> {
  const handle = client.workflow.getHandle(workflowId)
  try {
    await until(`${workflowId} has closed`, CLOSED_WITHIN_MS, async () => {
      const { status } = await handle.describe()
      return status.name !== 'RUNNING'
    })
    return (await handle.fetchHistory()).events?.length ?? 0
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined
    throw error
  }
}
