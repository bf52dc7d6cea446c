import type { Breakpoints, Dimension } from './rfm'
import { scores } from './rfm'
import {
  breakpointsOf,
  type MatrixCell,
  matrixCellOf,
  matrixCells,
  type RfmFigures,
} from './rfm-figures'
import type { ScoreSettings } from './score-settings'

interface Counted {
  customers: number
  revenueCents: number
}

/** A scoring as the API tells it. Shares are of 1. */
export interface RfmReport extends Counted {
  breakpoints: Breakpoints
  /** Customers by triple, `"5-5-5"`; a triple that nobody has is left out. */
  cells: Record<string, number>
  pareto: {
    topShare: number
    /** Of the revenue, held by the best `topShare`. */
    revenueShare: number
    /** Of the customers, who make `aimedRevenueShare`. */
    shareForEighty: number
    aimedRevenueShare: number
    topCustomers: number
    customersForEighty: number
    /** The least one of the best `topShare` has spent, and of those who make `aimedRevenueShare`. */
    topFromCents: number
    eightyFromCents: number
    /** Share of the revenue held by the best 5 %, 10 % … 100 %. */
    curve: number[]
  }
  /** Customers by current / potential value. */
  matrix: Record<MatrixCell, number>
  matrixRevenueCents: Record<MatrixCell, number>
  /** Recency against frequency, all 25. */
  grid: ({ r: number; f: number } & Counted)[]
  /** Customers by score, of each dimension. */
  distributions: Record<Dimension, { score: number; customers: number }[]>
  /** From which values on they are high. */
  high: { currentValue: number; potentialValue: number }
}

/** What a scoring has found, as people and scripts read it. */
export function rfmReport(figures: RfmFigures, settings: ScoreSettings): RfmReport {
  const { customers, revenueCents, cells } = figures
  const matrix = tally(matrixCells, cells, (cell) => matrixCellOf(cell, settings))
  const grid = tally(gridKeys, cells, ({ r, f }) => `${r}-${f}`)
  return {
    customers,
    revenueCents,
    breakpoints: breakpointsOf(cells),
    cells: Object.fromEntries(cells.map(({ r, f, m, customers: n }) => [`${r}-${f}-${m}`, n])),
    pareto: paretoOf(figures, settings),
    matrix: mapped(matrix, ({ customers: n }) => n),
    matrixRevenueCents: mapped(matrix, ({ revenueCents: cents }) => cents),
    grid: scores.flatMap((r) => scores.map((f) => ({ r, f, ...grid[`${r}-${f}`] }))),
    distributions: {
      r: distribution(figures, 'r'),
      f: distribution(figures, 'f'),
      m: distribution(figures, 'm'),
    },
    high: {
      currentValue: settings.highCurrentValue,
      potentialValue: settings.highPotentialValue,
    },
  }
}

const gridKeys = scores.flatMap((r) => scores.map((f) => `${r}-${f}` as const))

function tally<Key extends string>(
  keys: readonly Key[],
  cells: RfmFigures['cells'],
  keyOf: (cell: RfmFigures['cells'][number]) => string,
): Record<Key, Counted> {
  const sums = keys.map((key) => {
    const within = cells.filter((cell) => keyOf(cell) === key)
    return [
      key,
      {
        customers: within.reduce((sum, { customers }) => sum + customers, 0),
        revenueCents: within.reduce((sum, { revenueCents }) => sum + revenueCents, 0),
      },
    ] as const
  })
  return Object.fromEntries(sums) as Record<Key, Counted>
}

const mapped = <Key extends string>(
  record: Record<Key, Counted>,
  pick: (counted: Counted) => number,
): Record<Key, number> =>
  Object.fromEntries(
    Object.entries<Counted>(record).map(([key, counted]) => [key, pick(counted)]),
  ) as Record<Key, number>

const distribution = ({ cells }: RfmFigures, dimension: Dimension) =>
  scores.map((score) => ({
    score,
    customers: cells
      .filter((cell) => cell[dimension] === score)
      .reduce((sum, { customers }) => sum + customers, 0),
  }))

function paretoOf(
  { customers, revenueCents, concentration }: RfmFigures,
  { topShare, aimedRevenueShare }: ScoreSettings,
): RfmReport['pareto'] {
  const { top, aimed, curve } = concentration
  return {
    topShare,
    revenueShare: revenueCents > 0 ? top.revenueCents / revenueCents : 0,
    shareForEighty: customers > 0 ? aimed.customers / customers : 0,
    aimedRevenueShare,
    topCustomers: top.customers,
    customersForEighty: aimed.customers,
    topFromCents: top.leastCents,
    eightyFromCents: aimed.leastCents,
    curve,
  }
}
