import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { subtractFrom } from '../time/add-to'
import type { Operator, Rule } from './rule'
import { nextChangeAt } from './rule-due'

const at = (text: string) => new Date(text)
const visit = at('2026-03-02T10:00:00Z')
const now = at('2026-03-10T00:00:00Z')
const ago = (op: Operator, duration: string): Rule => ({
  field: 'lastVisitAt',
  op,
  value: { ago: duration },
})
const next = (rule: Rule, from = now) =>
  nextChangeAt(rule, { lastVisitAt: visit }, from, 'Europe/Paris')

describe('the next change by time alone', () => {
  test('is when the date lies that long ago', () => {
    expect(next(ago('<=', 'P21D'))).toEqual(at('2026-03-23T10:00:00Z'))
    expect(next(ago('<', 'P21D'))).toEqual(at('2026-03-23T10:00:00.001Z'))
  })
  test('is the earliest of all leaves that is still to come', () => {
    const rule: Rule = {
      or: [ago('<=', 'P1D'), { and: [ago('<=', 'P60D'), { not: ago('<=', 'P10D') }] }],
    }
    expect(next(rule)).toEqual(at('2026-03-12T10:00:00Z'))
  })
  test('is none for what has passed, was never seen, or does not depend on time', () => {
    expect(next(ago('<=', 'P1D'))).toBeNull()
    expect(nextChangeAt(ago('<=', 'P60D'), { lastVisitAt: null }, now, 'UTC')).toBeNull()
    expect(next({ field: 'locale', op: '=', value: 'fr' })).toBeNull()
  })
  test('a month after 31 March is counted as the rule counts back', () => {
    const rule: Rule = { field: 'x', op: '<=', value: { ago: 'P1M' } }
    const change = nextChangeAt(
      rule,
      { x: at('2026-03-31T10:00:00Z') },
      at('2026-04-01T00:00:00Z'),
      'UTC',
    )
    expect(change).toEqual(at('2026-05-01T00:00:00Z'))
  })
})

test('at that instant the answer has turned, and just before it had not', () => {
  const instants = fc.date({ min: at('2020-01-01'), max: at('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(
      instants,
      fc.constantFrom('P1D', 'P1M', 'P6M', 'PT30M', 'P1Y'),
      (seen, duration) => {
        const rule: Rule = { field: 'x', op: '<=', value: { ago: duration } }
        const change = nextChangeAt(rule, { x: seen }, seen, 'Europe/Paris')
        const holds = (from: Date) => seen <= subtractFrom(from, duration, 'Europe/Paris')
        expect(change && holds(change)).toBe(true)
        expect(change && holds(new Date(change.getTime() - 1))).toBe(false)
      },
    ),
  )
})
