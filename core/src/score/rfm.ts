/** What is scored from 1 to 5: how recently, how often and for how much somebody ordered. */
export const dimensions = ['r', 'f', 'm'] as const
export type Dimension = (typeof dimensions)[number]

export const scores = [1, 2, 3, 4, 5] as const

/** A customer's three scores. */
export type Triple = Record<Dimension, number>

/** What a customer is ranked by: the local date of their last order, their orders, what those came to. */
export interface RawValues {
  /** YYYY-MM-DD */
  lastOrderOn: string
  orders: number
  revenueCents: number
}

/** The lowest raw value that has a score, of each score that somebody has; highest score first. */
export interface Breakpoints {
  /** YYYY-MM-DD */
  r: { score: number; from: string }[]
  /** Orders. */
  f: { score: number; from: number }[]
  /** Cents. */
  m: { score: number; from: number }[]
}

/** R + F + M, 3 to 15. */
export const totalOf = ({ r, f, m }: Triple): number => r + f + m

/** What a customer is worth by what they have done: F × M, 1 to 25. */
export const currentValueOf = ({ f, m }: Triple): number => f * m

/** How likely they are to order again: R, 1 to 5. */
export const potentialValueOf = ({ r }: Triple): number => r

/** Scores raw values against breakpoints; below the lowest of them it is 1. */
export const scoreAgainst = ({ r, f, m }: Breakpoints, raw: RawValues): Triple => ({
  r: highest(r, raw.lastOrderOn),
  f: highest(f, raw.orders),
  m: highest(m, raw.revenueCents),
})

const highest = <Value>(steps: { score: number; from: Value }[], value: Value): number =>
  steps.find(({ from }) => from <= value)?.score ?? 1
