import type { Rule } from '@relance/core/rule/rule'
import type { MatrixCell } from '@relance/core/score/rfm-figures'

const score = (field: 'r' | 'f', value: number): Rule => ({
  field: `rfm.${field}`,
  op: '=',
  value,
})

/** Whoever has this recency and this frequency. */
export const cellRule = ({ r, f }: { r: number; f: number }): Rule => ({
  and: [score('r', r), score('f', f)],
})

/** Whoever stands in this cell of the matrix; `high` says from which values on. */
export function matrixRule(
  cell: MatrixCell,
  high: { currentValue: number; potentialValue: number },
): Rule {
  const [current, potential] = cell.split('/')
  return {
    and: [
      {
        field: 'rfm.currentValue',
        op: current === 'high' ? '>=' : '<',
        value: high.currentValue,
      },
      {
        field: 'rfm.potentialValue',
        op: potential === 'high' ? '>=' : '<',
        value: high.potentialValue,
      },
    ],
  }
}

/** Whoever has spent so much and been scored. */
export const spentRule = (fromCents: number): Rule => ({
  and: [
    { field: 'rfm.total', op: 'known' },
    { field: 'revenueCents', op: '>=', value: fromCents },
  ],
})
