import { rule } from '@relance/core/rule/rule'
import { expect, test } from 'vitest'
import { cellRule, matrixRule, spentRule } from './segment-of'

const high = { currentValue: 12, potentialValue: 4 }

test('a cell of the grid is its two scores', () => {
  expect(cellRule({ r: 5, f: 4 })).toEqual({
    and: [
      { field: 'rfm.r', op: '=', value: 5 },
      { field: 'rfm.f', op: '=', value: 4 },
    ],
  })
})

test('a cell of the matrix is on its side of both lines', () => {
  expect(matrixRule('high/low', high)).toEqual({
    and: [
      { field: 'rfm.currentValue', op: '>=', value: 12 },
      { field: 'rfm.potentialValue', op: '<', value: 4 },
    ],
  })
})

test('all of them are rules that a segment may have', () => {
  for (const made of [cellRule({ r: 1, f: 1 }), matrixRule('low/high', high), spentRule(100)])
    expect(rule.safeParse(made).success).toBe(true)
})
