import { inTransaction } from '@relance/db/connection/in-transaction'
import { rememberFact } from '@relance/db/workspace/remember-fact'
import { Client, Connection } from '@temporalio/client'
import { expect, test } from 'vitest'
import { identify, track } from './testing/incoming'
import { publish, runs, send, startWorld, workerEnv } from './testing/world'

test('whoever waits has a run again after Temporal has lost its store', async () => {
  const world = await startWorld()
  const { TEMPORAL_ADDRESS } = workerEnv(world.databaseUrl, world.sink.url)
  const connection = await Connection.connect({ address: TEMPORAL_ADDRESS })
  const { workflow } = new Client({ connection })
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
        { id: 'wait', type: 'wait-duration', version: 1, config: { for: 'PT8S', since: 'here' } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'wait' },
        { from: 'wait', exit: 'done', to: 'end' },
      ],
    },
  })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await expect.poll(async () => (await runs(world))[0]?.state).toBe('waiting')
  const [run] = await inTransaction(
    world.scope,
    ({ sql }) => sql<{ id: string }[]>`select id from enrolments`,
  )
  const handle = workflow.getHandle(run?.id ?? '')
  await expect
    .poll(() =>
      handle.describe().then(
        ({ status }) => status.name,
        () => 'none',
      ),
    )
    .toBe('RUNNING')
  await world.stopWorker()
  await handle.terminate('as if the store were lost')
  await rememberFact(world.sql, 'temporal-namespace:default', 'the id of the store before')
  await world.startWorker()
  await expect
    .poll(async () => (await runs(world))[0])
    .toMatchObject({ state: 'ended', endDetail: 'done' })
  await connection.close()
  await world.close()
})
