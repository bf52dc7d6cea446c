import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { importOrders } from '../testing/score-everybody-now'
import { recountAnew } from './recount-all'

let knowledge: TestKnowledge
let scope: Scope
beforeAll(async () => {
  knowledge = await testKnowledge()
  scope = await knowledge.workspace('2026-03-02T10:00:00Z')
})
afterAll(() => knowledge.close())

const counted = ({ sql, workspaceId }: Tx) => sql`
  select contact_id, orders_count, revenue_cents, first_order_at, last_order_at, usual_order_gap_days, basket_ratio
  from contact_state where workspace_id = ${workspaceId} order by contact_id`

test('an import counts what each order by itself would have counted, baskets that shrink included', async () => {
  const rows = Array.from({ length: 90 }, (_, n) => {
    const day = `2025-${`${1 + ((n * 7) % 12)}`.padStart(2, '0')}-${`${1 + ((n * 5) % 28)}`.padStart(2, '0')}`
    const total = 10 + ((n * 37) % 90)
    const refunded = n % 11 === 0 ? total : n % 5 === 0 ? total / 2 : ''
    return `o${n},c${(n * n) % 13},${day},${total},${refunded}`
  })
  const text = ['order_id,customer_id,date,total,refunded', ...rows].join('\n')
  await importOrders(scope, Buffer.from(text))
  const [imported, anew] = await inTransaction(scope, async (tx) => {
    const before = await counted(tx)
    for (const { contact_id } of before) await recountAnew(tx, contact_id)
    return [before, await counted(tx)]
  })
  expect(imported.filter(({ basket_ratio }) => basket_ratio !== null).length).toBeGreaterThan(3)
  expect([...imported]).toEqual([...anew])
  // That keys need not be checked ends with the transaction that said so.
  const [setting] = await inTransaction(scope, (tx) => tx.sql`show session_replication_role`)
  expect(setting).toEqual({ session_replication_role: 'origin' })
})
