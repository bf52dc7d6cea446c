import type { Rule } from '@relance/core/rule/rule'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../connection/scope'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { createSegment } from './create-segment'
import { getSegment } from './list-segments'
import { previewSegment } from './preview-segment'

let knowledge: TestKnowledge
let scope: Scope
beforeAll(async () => {
  knowledge = await testKnowledge()
  scope = await knowledge.workspace('2026-04-01T00:00:00Z')
  await tell(scope, { type: 'identify', userId: 'ada', traits: { city: 'Lyon' } })
})
afterAll(() => knowledge.close())

/** Whatever asks for visits waits for as long as this works. */
const whileVisitsAreHeld = <Found>(work: () => Promise<Found>): Promise<Found> =>
  scope.sql.begin(async (owner) => {
    await owner`set local role none`
    await owner`lock table web_sessions in access exclusive mode`
    return work()
  }) as Promise<Found>

const inLyon: Rule = { field: 'city', op: '=', value: 'Lyon' }
const visited: Rule = { event: 'visit', within: 'P30D' }
const limits = { wholeMs: 400, eachMs: 400 }

test('of a rule that takes too long to count, the condition at fault is named by its place', async () => {
  const rule: Rule = { and: [inLyon, { or: [{ not: inLyon }, visited] }] }
  const preview = () => previewSegment(scope, rule, null, limits)
  await expect(whileVisitsAreHeld(preview)).rejects.toMatchObject({
    code: 'limit-reached',
    message: 'This rule takes too long to count.',
    details: { reason: 'rule-too-slow', slow: ['rule.and.1.or.1'] },
  })
  expect(await preview()).toMatchObject({ count: 0 })
})

test('a rule that is one condition is at fault as a whole', async () => {
  const preview = () => previewSegment(scope, visited, null, limits)
  await expect(whileVisitsAreHeld(preview)).rejects.toMatchObject({
    details: { slow: ['rule'] },
  })
})

test('a segment that is still being gathered is shown with whom it has so far where counting takes too long', async () => {
  const { id } = await createSegment(scope, { name: 'Visitors', rule: { not: visited } })
  expect(await getSegment(scope, id)).toMatchObject({ isFilling: true, count: 1 })
  const found = await whileVisitsAreHeld(() => getSegment(scope, id))
  expect(found).toMatchObject({ isFilling: true, count: 0 })
})
