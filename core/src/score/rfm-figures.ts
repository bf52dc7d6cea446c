import { type Breakpoints, currentValueOf, potentialValueOf, type Triple } from './rfm'
import type { ScoreSettings } from './score-settings'

/** Customers who share a triple, and the lowest raw values among them. */
export interface RfmCell extends Triple {
  customers: number
  revenueCents: number
  /** YYYY-MM-DD */
  firstOn: string
  fewestOrders: number
  leastCents: number
}

/** How the revenue is spread: best customers first. */
export interface Concentration {
  /** How many the best `topShare` are, what they hold, and the least one of them spent. */
  top: { customers: number; revenueCents: number; leastCents: number }
  /** How few make `aimedRevenueShare`, and the least one of them spent. */
  aimed: { customers: number; leastCents: number }
  /** Share of the revenue held by the best 5 %, 10 % … 100 %. */
  curve: number[]
}

/** Everything a scoring has found, as it is kept; what people see is made of it. */
export interface RfmFigures {
  customers: number
  revenueCents: number
  cells: RfmCell[]
  concentration: Concentration
}

/** The lowest raw value of each score. */
export function breakpointsOf(cells: RfmCell[]): Breakpoints {
  return {
    r: lowest(
      cells,
      ({ r }) => r,
      ({ firstOn }) => firstOn,
    ),
    f: lowest(
      cells,
      ({ f }) => f,
      ({ fewestOrders }) => fewestOrders,
    ),
    m: lowest(
      cells,
      ({ m }) => m,
      ({ leastCents }) => leastCents,
    ),
  }
}

function lowest<Value extends string | number>(
  cells: RfmCell[],
  scoreOf: (cell: RfmCell) => number,
  rawOf: (cell: RfmCell) => Value,
): { score: number; from: Value }[] {
  const least = new Map<number, Value>()
  for (const cell of cells) {
    const known = least.get(scoreOf(cell))
    if (known === undefined || rawOf(cell) < known) least.set(scoreOf(cell), rawOf(cell))
  }
  return [...least].map(([score, from]) => ({ score, from })).sort((a, b) => b.score - a.score)
}

export const matrixCells = ['high/high', 'high/low', 'low/high', 'low/low'] as const
/** Current value / potential value. */
export type MatrixCell = (typeof matrixCells)[number]

/** Where a triple stands in the matrix of current value against potential value. */
export function matrixCellOf(
  triple: Triple,
  { highCurrentValue, highPotentialValue }: ScoreSettings,
): MatrixCell {
  const current = currentValueOf(triple) >= highCurrentValue ? 'high' : 'low'
  return `${current}/${potentialValueOf(triple) >= highPotentialValue ? 'high' : 'low'}`
}
