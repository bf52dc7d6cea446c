import type { Rule } from '@relance/core/rule/rule'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { countMatching } from '../rule/select-matching'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { importOrders, scoreAll, scoreAsOf } from '../testing/score-everybody-now'

let knowledge: TestKnowledge
let scope: Scope
beforeAll(async () => {
  knowledge = await testKnowledge()
  scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  const rows = Array.from(
    { length: 10 },
    (_, n) => `early-${n},c${n},2026-01-0${n < 5 ? 1 : 2},${10 * (n + 1)}`,
  )
  const text = ['order_id,customer_id,date,total', ...rows, 'late,c0,2026-02-20,500'].join('\n')
  await importOrders(scope, Buffer.from(text))
  await scoreAll(scope)
  await scoreAsOf(scope, '2026-02-01')
  await scoreAsOf(scope, '2026-03-01')
})
afterAll(() => knowledge.close())

const asked = (rule: Rule, now: string) =>
  inTransaction(scope, (tx) =>
    countMatching(tx, rule, { now: new Date(now), timeZone: 'Europe/Paris' }),
  )

test('a rule over scores sees those of its instant: now’s, and in the past the ones of then', async () => {
  const worst: Rule = {
    and: [
      { field: 'externalId', op: '=', value: 'c0' },
      { field: 'rfm.m', op: '=', value: 1 },
    ],
  }
  const best: Rule = {
    and: [
      { field: 'externalId', op: '=', value: 'c0' },
      { field: 'rfm.total', op: '=', value: 15 },
    ],
  }
  expect(await asked(worst, '2026-02-10T00:00:00Z')).toBe(1)
  expect(await asked(best, '2026-02-10T00:00:00Z')).toBe(0)
  expect(await asked(best, '2026-03-02T10:00:00Z')).toBe(1)
  expect(await asked(worst, '2026-03-02T10:00:00Z')).toBe(0)
})

test('before anybody was scored, no rule over scores holds', async () => {
  expect(await asked({ field: 'rfm.total', op: '>=', value: 3 }, '2026-01-15T00:00:00Z')).toBe(0)
  expect(await asked({ field: 'rfm.total', op: '>=', value: 3 }, '2026-02-10T00:00:00Z')).toBe(10)
})

test('the bottom fifth and the worth are fields, too', async () => {
  const now = '2026-03-02T10:00:00Z'
  expect(await asked({ field: 'rfm.percentile', op: '<', value: 0.2 }, now)).toBe(2)
  expect(await asked({ field: 'rfm.currentValue', op: '=', value: 25 }, now)).toBe(1)
  expect(await asked({ field: 'rfm.potentialValue', op: '=', value: 5 }, now)).toBe(1)
})
