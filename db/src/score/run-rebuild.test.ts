import { newId } from '@relance/core/id/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { importOrders, scoreAll } from '../testing/score-everybody-now'
import { prepareRebuild } from './prepare-rebuild'
import { requestRebuild } from './request-rebuild'
import { takeRebuild } from './take-rebuild'

let knowledge: TestKnowledge
let scope: Scope
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

/** Ten customers whose scoring is prepared, and the worker that has it. */
async function prepared() {
  scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  const rows = Array.from({ length: 10 }, (_, n) => `o${n},c${n},2026-01-0${1 + (n % 5)},${10 * n}`)
  const text = ['order_id,customer_id,date,total', ...rows].join('\n')
  await importOrders(scope, Buffer.from(text))
  await requestRebuild(scope)
  const worker = newId()
  const rebuild = await inTransaction(scope, (tx) => takeRebuild(tx, worker))
  if (!rebuild) throw new Error('There is nothing to do.')
  await prepareRebuild(scope, rebuild)
  return worker
}

const scored = () =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const [row] = await sql<{ n: number; staged: number }[]>`
      select (select count(*)::int from contact_scores where workspace_id = ${workspaceId}) as n,
        (select count(*)::int from score_staging where workspace_id = ${workspaceId}) as staged`
    return row
  })

test('a worker that takes over writes what another has prepared', async () => {
  await prepared()
  expect(await scored()).toEqual({ n: 0, staged: 10 })
  await scoreAll(scope)
  expect(await scored()).toEqual({ n: 10, staged: 0 })
})

test('changes that a crash of the database has forgotten are worked out again', async () => {
  const worker = await prepared()
  // What a crash does to a table without a log.
  await inTransaction(
    scope,
    ({ sql, workspaceId }) => sql`delete from score_staging where workspace_id = ${workspaceId}`,
  )
  expect(await inTransaction(scope, (tx) => takeRebuild(tx, worker))).toMatchObject({
    prepared: false,
  })
  await scoreAll(scope, worker)
  expect(await scored()).toEqual({ n: 10, staged: 0 })
})
