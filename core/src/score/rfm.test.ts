import { expect, test } from 'vitest'
import { scoreAgainst } from './rfm'
import { breakpointsOf, matrixCellOf, type RfmCell } from './rfm-figures'
import { rfmReport } from './rfm-report'
import { scoreSettings } from './score-settings'

const settings = scoreSettings.parse({})
const cell = (r: number, f: number, m: number, part: Partial<RfmCell> = {}): RfmCell => ({
  ...{ r, f, m, customers: 1, revenueCents: 100, firstOn: '1998-01-01' },
  ...{ fewestOrders: 1, leastCents: 100, ...part },
})

test('breakpoints are the lowest raw values, of those scores that somebody has', () => {
  const cells = [
    cell(5, 1, 5, { firstOn: '1998-05-01', leastCents: 9000 }),
    cell(5, 3, 4, { firstOn: '1998-02-10', fewestOrders: 2, leastCents: 6000 }),
    cell(1, 1, 1, { firstOn: '1997-01-01' }),
  ]
  expect(breakpointsOf(cells)).toEqual({
    r: [
      { score: 5, from: '1998-02-10' },
      { score: 1, from: '1997-01-01' },
    ],
    f: [
      { score: 3, from: 2 },
      { score: 1, from: 1 },
    ],
    m: [
      { score: 5, from: 9000 },
      { score: 4, from: 6000 },
      { score: 1, from: 100 },
    ],
  })
})

test('a value is scored by the highest breakpoint it reaches, and 1 below all of them', () => {
  const breakpoints = breakpointsOf([
    cell(5, 5, 5, { firstOn: '1998-02-10', fewestOrders: 5, leastCents: 13_396 }),
    cell(2, 3, 4, { firstOn: '1997-02-04', fewestOrders: 2, leastCents: 5_993 }),
  ])
  const scored = (lastOrderOn: string, orders: number, revenueCents: number) =>
    scoreAgainst(breakpoints, { lastOrderOn, orders, revenueCents })
  expect(scored('1998-02-10', 2, 13_396)).toEqual({ r: 5, f: 3, m: 5 })
  expect(scored('1998-02-09', 4, 13_395)).toEqual({ r: 2, f: 3, m: 4 })
  expect(scored('1996-12-31', 1, 0)).toEqual({ r: 1, f: 1, m: 1 })
})

test('the matrix tells high from low where the settings draw the line', () => {
  expect(matrixCellOf({ r: 4, f: 3, m: 4 }, settings)).toBe('high/high')
  expect(matrixCellOf({ r: 3, f: 3, m: 4 }, settings)).toBe('high/low')
  expect(matrixCellOf({ r: 5, f: 1, m: 5 }, settings)).toBe('low/high')
  expect(matrixCellOf({ r: 3, f: 1, m: 5 }, { ...settings, highCurrentValue: 5 })).toBe('high/low')
})

test('nobody scored is nothing shared, never a division by zero', () => {
  const concentration = {
    top: { customers: 0, revenueCents: 0, leastCents: 0 },
    ...{ aimed: { customers: 0, leastCents: 0 }, curve: [] },
  }
  const report = rfmReport({ customers: 0, revenueCents: 0, cells: [], concentration }, settings)
  expect(report).toMatchObject({
    pareto: { revenueShare: 0, shareForEighty: 0 },
    matrix: { 'high/high': 0, 'low/low': 0 },
  })
  expect(report.grid).toHaveLength(25)
})
