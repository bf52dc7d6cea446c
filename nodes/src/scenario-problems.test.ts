import { compilePlan } from '@relance/core/plan/compile-plan'
import { describe, expect, test } from 'vitest'
import { definitions } from './definitions'
import { plentifulFacts } from './testing/draft-of'
import { codes, compile, short } from './testing/problems-of'

describe('the rules of the scenario', () => {
  test('V27: no goal said; “none” is an answer', () => {
    expect(codes(short({}, undefined, { goal: null }))).toEqual(['V27'])
    expect(codes(short({}, undefined, { goal: 'none' }))).toEqual([])
  })
  test('V30: a zone that does not exist', () =>
    expect(codes(short({}, undefined, { timeZone: 'Mars/Base' }))).toEqual(['V30']))
  test('V04: again after how long?', () =>
    expect(codes(short({}, undefined, { reentry: { mode: 'after', atOnceAfter: [] } }))).toEqual([
      'V04',
    ]))
})

test('exit rules and the goal are listened to wherever someone stands', () => {
  const exitRules = [
    {
      key: 'emptied',
      rule: {
        or: [{ field: 'cart.lines', op: '=', value: 0 } as const, { event: 'Product Removed' }],
      },
    },
    {
      key: 'loyal',
      rule: {
        and: [
          { segment: 'loyal', member: true },
          { not: { consent: 'email', state: 'given' } as const },
        ],
      },
    },
  ]
  expect(compile(short({}, undefined, { exitRules })).plan?.listens).toEqual([
    'Order Completed',
    'Product Removed',
    'consent:email',
    'field:cart.lines',
    'segment:loyal',
  ])
})

test('the tips of a French reader are in French', () => {
  const { problems } = compilePlan(
    short({}, undefined, { goal: null }),
    definitions,
    plentifulFacts,
    'fr',
  )
  expect(problems[0]?.message).toBe(
    'Pas d’objectif\u00a0: dites ce qu’est la réussite, ou choisissez «\u202fsans objectif\u202f».',
  )
})
