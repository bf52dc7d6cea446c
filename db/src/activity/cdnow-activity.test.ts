import { readFile } from 'node:fs/promises'
import { newId } from '@relance/core/id/ids'
import type { Rule } from '@relance/core/rule/rule'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { createImport } from '../import/create-import'
import { runImport } from '../import/read-import'
import { takeImport } from '../import/take-import'
import { listReturns } from '../returns/list-returns'
import { provenReturns } from '../returns/proven-returns'
import { rebuildReturns } from '../returns/rebuild-returns'
import { returnCells } from '../returns/return-cells'
import { countMatching } from '../rule/select-matching'
import { CDNOW_FILE } from '../sample/seed-demo'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { beginAt, lookAtActivity, moveTo, ownEvents } from '../testing/look-at-activity'
import { countRungs } from './count-rungs'
import { listLadderMoves } from './list-ladder-moves'

let knowledge: TestKnowledge
let shop: Scope
beforeAll(async () => {
  knowledge = await testKnowledge()
  shop = await knowledge.workspace('1998-07-01T08:00:00Z')
  const bytes = await readFile(CDNOW_FILE)
  const { id } = await createImport(shop, { kind: 'cdnow', fileName: 'cdnow.txt', bytes })
  const workerId = newId()
  await inTransaction(shop, (tx) => takeImport(tx, workerId))
  await runImport(shop, id, workerId)
})
afterAll(() => knowledge.close())

const count = (rule: Rule, now = '1998-07-01T08:00:00Z') =>
  inTransaction(shop, (tx) =>
    countMatching(tx, rule, { now: new Date(now), timeZone: 'Europe/Paris' }),
  )
const onRung = (value: string): Rule => ({ field: 'ladder', op: '=', value })
const emitted = async () => (await ownEvents(shop, 'Became At Risk')).length

test('as of 1 July 1998, 3,282 are active, 2,059 at risk, 2,971 dormant and 15,258 lost, from the first minute of the day on', async () => {
  const counted = { active: 3282, 'at-risk': 2059, dormant: 2971, lost: 15258 }
  for (const now of ['1998-06-30T22:00:00Z', '1998-07-01T08:00:00Z']) {
    await moveTo(shop, now)
    expect((await countRungs(shop)).rungs).toEqual(counted)
    for (const [rung, people] of Object.entries(counted))
      expect(await count(onRung(rung), now)).toBe(people)
  }
})

test('an import moves nobody: what it tells happened before', async () => {
  expect(await listLadderMoves(shop, 3650)).toEqual([])
})

test('the daily look finds 16 newly at risk on 30 June and 19 on 1 July, and nobody when it is made again', async () => {
  await beginAt(shop, '1998-06-29T10:00:00Z')
  await moveTo(shop, '1998-06-30T02:00:00Z')
  await lookAtActivity(shop)
  expect(await emitted()).toBe(16)
  await moveTo(shop, '1998-07-01T01:59:59Z')
  await lookAtActivity(shop)
  expect(await emitted()).toBe(16)
  await moveTo(shop, '1998-07-01T02:00:00Z')
  await lookAtActivity(shop)
  expect(await emitted()).toBe(16 + 19)
  await moveTo(shop, '1998-07-01T20:00:00Z')
  await lookAtActivity(shop)
  expect(await emitted()).toBe(16 + 19)
  const [first] = await ownEvents(shop, 'Became At Risk')
  expect(first?.at).toEqual(new Date('1998-06-30T02:00:00Z'))
})

test('a day that was missed is caught up: 35 at once', async () => {
  const before = await emitted()
  await beginAt(shop, '1998-06-29T10:00:00Z')
  await moveTo(shop, '1998-07-01T02:00:00Z')
  await lookAtActivity(shop)
  expect((await emitted()) - before).toBe(35)
})

test('each move down leaves one line of the history, on the day on which it was', async () => {
  const moves = await listLadderMoves(shop, 2)
  expect(moves.filter(({ to }) => to === 'at-risk')).toEqual([
    { day: '1998-06-30', from: 'active', to: 'at-risk', people: 16 },
    { day: '1998-07-01', from: 'active', to: 'at-risk', people: 19 },
  ])
})

test('whoever is on a rung has been since the day it was reached', async () => {
  const since = (value: string): Rule => ({
    and: [onRung('at-risk'), { field: 'ladderSince', op: '>=', value }],
  })
  expect(await count(since('1998-07-01'))).toBe(19)
  expect(await count(since('1998-06-30'))).toBe(35)
})

test('of 3,835 customers with five orders or more, the last two baskets of 1,079 are 70 % of the earlier ones or less', async () => {
  const regular: Rule = { field: 'ordersCount', op: '>=', value: 5 }
  const declining: Rule = { field: 'decliningReason', op: '=', value: 'basket' }
  expect(await count(regular)).toBe(3835)
  expect(await count({ and: [regular, declining] })).toBe(1079)
  expect(await count({ field: 'declining', op: '=', value: true })).toBe(1079)
})

test('of those before 1998, whoever ordered last and most returned within 90 days: 1,568 of 2,776; of the earliest and rarest, 209 of 4,473', async () => {
  const cells = await returnCells(shop, new Date('1997-12-31T23:00:00Z'))
  const cell = (recency: number, frequency: number) => {
    const found = cells.find((one) => one.recency === recency && one.frequency === frequency)
    return found && [found.returned, found.people]
  }
  expect(cell(5, 5)).toEqual([1568, 2776])
  expect(cell(4, 4)).toEqual([244, 1078])
  expect(cell(2, 1)).toEqual([209, 4226])
  expect(cell(1, 1)).toEqual([209, 4473])
  expect(cells.find(({ people }) => people < 50)?.borrowed ?? true).toBe(true)
})

test('the inactive are listed by their chance of return, and the first thousand are a rule', async () => {
  await moveTo(shop, '1998-07-01T08:00:00Z')
  const { ranked } = await rebuildReturns(shop)
  const inactive = 23_570 - 3282
  expect(ranked).toBe(inactive)
  const { items, next } = await listReturns(shop, { limit: 500 })
  expect(items.map(({ rank }) => rank)).toEqual(items.map((_, n) => n + 1))
  expect(next).toBe('500')
  const chances = items.map(({ chance }) => chance)
  expect(chances).toEqual([...chances].sort((one, other) => other - one))
  expect(await count({ field: 'returnRank', op: '<=', value: 1000 })).toBe(1000)
  expect(await count({ field: 'returnRank', op: 'known' })).toBe(inactive)
})

test('what was expected in April is held against what came of it by July', async () => {
  const proven = await provenReturns(shop)
  expect(proven.reduce((sum, { people }) => sum + people, 0)).toBe(23_570)
  const best = proven.find(({ recency, frequency }) => recency === 5 && frequency === 5)
  expect(best?.predicted).toBeGreaterThan(0.4)
  expect(Math.abs((best?.predicted ?? 0) - (best?.actual ?? 1))).toBeLessThan(0.15)
})
