import { z } from '@hono/zod-openapi'
import { instant } from '../http/schemas'

const score = z.int().min(1).max(5)
const count = z.int()
const share = z.number()

const steps = <Value extends z.ZodType>(from: Value) =>
  z.array(z.object({ score, from })).openapi({
    description: 'The lowest value of each score that somebody has, highest score first',
  })
const perMatrixCell = z.record(z.enum(['high/high', 'high/low', 'low/high', 'low/low']), count)
const distribution = z.array(z.object({ score, customers: count }))

export const rfmReport = z
  .object({
    asOf: instant,
    customers: count,
    revenueCents: count,
    breakpoints: z.object({
      r: steps(z.string().openapi({ description: 'Local date of the last order' })),
      f: steps(z.int().openapi({ description: 'Orders' })),
      m: steps(z.int().openapi({ description: 'Revenue in cents' })),
    }),
    cells: z.record(z.string(), count).openapi({
      description: 'Customers by R-F-M; empty cells are left out',
      example: { '5-5-5': 2340 },
    }),
    pareto: z.object({
      topShare: share,
      revenueShare: share,
      shareForEighty: share,
      aimedRevenueShare: share,
      topCustomers: count,
      customersForEighty: count,
      topFromCents: count,
      eightyFromCents: count,
      curve: z
        .array(share)
        .openapi({ description: 'Share of the revenue of the best 5 %, 10 % … 100 %' }),
    }),
    matrix: perMatrixCell.openapi({ description: 'Customers by current / potential value' }),
    matrixRevenueCents: perMatrixCell,
    grid: z
      .array(z.object({ r: score, f: score, customers: count, revenueCents: count }))
      .openapi({ description: 'Recency against frequency, all 25 cells' }),
    distributions: z.object({ r: distribution, f: distribution, m: distribution }),
    high: z
      .object({ currentValue: z.int(), potentialValue: z.int() })
      .openapi({ description: 'From which values on they count as high' }),
  })
  .openapi('RfmReport')

export const latency = z
  .object({ rank: z.int(), cases: z.int(), mean: z.number(), median: z.number(), p80: z.number() })
  .openapi('Latency')
