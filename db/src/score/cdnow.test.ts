import { readFile } from 'node:fs/promises'
import type { Triple } from '@relance/core/score/rfm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { CDNOW_FILE } from '../sample/seed-demo'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { importOrders, scoreAll, scoreAsOf } from '../testing/score-everybody-now'
import { getRebuild } from './get-rebuild'
import { getRfm } from './get-rfm'
import { listLatencies } from './list-latencies'
import { requestRebuild } from './request-rebuild'

// The figures are those of the CDNOW data set as of 1998-07-01, worked out apart from this code.

let knowledge: TestKnowledge
let scope: Scope
beforeAll(async () => {
  knowledge = await testKnowledge()
  scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  await importOrders(scope, await readFile(CDNOW_FILE), 'cdnow')
  await scoreAll(scope)
  await scoreAsOf(scope, '1998-01-01')
  await scoreAsOf(scope, '1998-07-01')
})
afterAll(() => knowledge.close())

const scoresOf = async (externalId: string) => {
  const [row] = await inTransaction(
    scope,
    ({ sql, workspaceId }) => sql<(Triple & { percentile: number })[]>`
      select r, f, m, percentile from contact_scores s
      join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id
      where s.workspace_id = ${workspaceId} and c.external_id = ${externalId}`,
  )
  return row
}

test('breakpoints part equal fifths, and equal values are never parted', async () => {
  const { breakpoints, customers } = await getRfm(scope)
  expect(customers).toBe(23_570)
  expect(breakpoints).toMatchObject({
    r: [
      { score: 5, from: '1998-02-10' },
      { score: 4, from: '1997-04-25' },
      { score: 3, from: '1997-03-03' },
      { score: 2, from: '1997-02-04' },
      { score: 1 },
    ],
    f: [
      { score: 5, from: 5 },
      { score: 4, from: 3 },
      { score: 3, from: 2 },
      { score: 1, from: 1 },
    ],
    m: [
      { score: 5, from: 13_396 },
      { score: 4, from: 5_993 },
      { score: 3, from: 3_137 },
      { score: 2, from: 1_537 },
      { score: 1 },
    ],
  })
})

test.each([
  ['00001', 1, 1, 1],
  ['00002', 1, 1, 4],
  ['00003', 5, 5, 5],
  ['00004', 4, 4, 4],
  ['00005', 4, 5, 5],
])('customer %s is scored %i-%i-%i', async (externalId, r, f, m) => {
  expect(await scoresOf(externalId)).toMatchObject({ r, f, m })
})

test('2,340 customers are at the top of all three scores and 1,740 at the bottom', async () => {
  const { cells } = await getRfm(scope)
  expect(cells['5-5-5']).toBe(2_340)
  expect(cells['1-1-1']).toBe(1_740)
})

test('between two scorings half a year apart, 1,015 customers lose two points or more', async () => {
  const dropped = await inTransaction(
    scope,
    ({ sql, workspaceId }) => sql<{ externalId: string }[]>`
      select c.external_id as "externalId" from contact_scores s
      join score_history h on h.workspace_id = s.workspace_id and h.contact_id = s.contact_id
        and h.at = '1998-01-01 00:00 Europe/Paris'
      join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id
      where s.workspace_id = ${workspaceId} and h.r + h.f + h.m - s.r - s.f - s.m >= 2`,
  )
  expect(dropped).toHaveLength(1_015)
  expect(dropped.map(({ externalId }) => externalId)).toContain('00004')
})

test('each change of a score is told by an event', async () => {
  const told = await inTransaction(
    scope,
    ({ sql, workspaceId }) => sql<{ properties: unknown }[]>`
      select e.properties from events e join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
      where e.workspace_id = ${workspaceId} and e.name = 'Score Changed' and c.external_id = '00004'
        and e.at = '1998-07-01 00:00 Europe/Paris'`,
  )
  expect(told.map(({ properties }) => properties)).toEqual(
    expect.arrayContaining([
      { dimension: 'r', from: 5, to: 4 },
      { dimension: 'f', from: 5, to: 4 },
      { dimension: 'total', from: 14, to: 12 },
    ]),
  )
})

test('the best fifth holds 67.8 % of the revenue, and 32.6 % of the customers make 80 % of it', async () => {
  const { pareto } = await getRfm(scope)
  expect(pareto).toMatchObject({ topShare: 0.2, topCustomers: 4_714, customersForEighty: 7_695 })
  expect(pareto.revenueShare).toBeCloseTo(0.678, 3)
  expect(pareto.shareForEighty).toBeCloseTo(0.326, 3)
  expect(pareto.curve).toHaveLength(20)
  expect(pareto.curve.at(3)).toBeCloseTo(pareto.revenueShare, 6)
  expect(pareto.curve.at(-1)).toBeCloseTo(1, 6)
})

test('current value against potential value', async () => {
  const { matrix, matrixRevenueCents, revenueCents } = await getRfm(scope)
  expect(matrix).toEqual({
    'high/high': 7_935,
    'high/low': 1_095,
    'low/high': 1_486,
    'low/low': 13_054,
  })
  const sum = Object.values(matrixRevenueCents).reduce((total, cents) => total + cents, 0)
  expect(sum).toBe(revenueCents)
})

test('a fifth of the customers is in the bottom fifth', async () => {
  const [row] = await inTransaction(
    scope,
    ({ sql, workspaceId }) => sql<{ n: number }[]>`
      select count(*)::int as n from contact_scores where workspace_id = ${workspaceId} and percentile < 0.2`,
  )
  expect(row?.n).toBe(4_714)
  expect((await scoresOf('00001'))?.percentile).toBeCloseTo(0.016, 3)
  expect((await scoresOf('00002'))?.percentile).toBeCloseTo(0.449, 3)
})

test('latencies of the first ranks', async () => {
  const rounded = (await listLatencies(scope))
    .slice(0, 3)
    .map(({ mean, ...latency }) => ({ ...latency, mean: Math.round(mean * 10) / 10 }))
  expect(rounded).toEqual([
    { rank: 1, cases: 11_516, mean: 111, median: 57, p80: 207 },
    { rank: 2, cases: 7_476, mean: 90.8, median: 52, p80: 159 },
    { rank: 3, cases: 5_271, mean: 75.1, median: 44, p80: 126 },
  ])
})

test('a past date is answered without touching anybody’s score', async () => {
  const past = await getRfm(scope, { asOf: '1998-01-01' })
  expect(past.asOf.toISOString()).toBe('1997-12-31T23:00:00.000Z')
  expect(past.breakpoints.r[0]?.from.startsWith('1997')).toBe(true)
  expect(await scoresOf('00004')).toMatchObject({ r: 4, f: 4, m: 4 })
  expect((await getRfm(scope, { asOf: '1998-07-01' })).cells['5-5-5']).toBe(2_340)
})

test('what is no date, or lies in the future, is refused', async () => {
  await expect(requestRebuild(scope, { asOf: 'soon' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(getRfm(scope, { asOf: '2030-01-01' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(getRebuild(scope, scope.workspaceId)).rejects.toMatchObject({ code: 'not-found' })
})
