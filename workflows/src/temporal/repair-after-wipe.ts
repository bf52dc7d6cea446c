import { recallFact, rememberFact } from '@relance/db/workspace/remember-fact'
import type { Client } from '@temporalio/client'
import type { Engine } from '../burst/engine'
import { repair } from '../repair'

/**
 * A new store of Temporal's has a namespace of another id, and none of the runs. Whoever was waiting gets theirs
 * again, from the database; on a first start there is nobody yet.
 */
export async function repairAfterWipe(engine: Engine, client: Client): Promise<void> {
  const { namespace } = client.options
  const { namespaceInfo } = await client.workflowService.describeNamespace({ namespace })
  const id = namespaceInfo?.id
  if (!id) return
  const key = `temporal-namespace:${namespace}`
  const before = await recallFact(engine.sql, key)
  if (before === id) return
  if (before !== null) {
    const woken = await repair(engine.sql)
    engine.log.warn({ woken }, 'Temporal has a new store: everybody who waits gets a run again')
  }
  await rememberFact(engine.sql, key, id)
}
