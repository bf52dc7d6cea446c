import type { FlowSettings } from '@relance/core/graph/settings'
import fc from 'fast-check'
import { eventRule, exitRule } from './arbitrary-rule'

const goal = fc.oneof(
  { weight: 2, arbitrary: fc.constant('none' as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      event: fc.constantFrom('Order Completed', 'Form Submitted'),
      where: fc.option(eventRule, { freq: 2 }),
    }),
  },
)

const reentry = fc.oneof(
  fc.constant({ mode: 'once' as const }),
  fc.constant({ mode: 'per-key' as const }),
  fc.record({
    mode: fc.constant('after' as const),
    after: fc.constantFrom('PT2H', 'P1D', 'P3D'),
  }),
)

/** The rules of a whole scenario. */
export const anySettings: fc.Arbitrary<Partial<FlowSettings>> = fc
  .record({
    goal,
    reentry,
    atOnceAfter: fc.constantFrom<string[]>([], [], [], ['out'], ['finished']),
    exitRules: fc.array(
      exitRule.map((rule) => ({ key: 'out', rule })),
      { maxLength: 1 },
    ),
    maxStay: fc.option(fc.constantFrom('P1DT1H', 'P5D', 'P9D'), { nil: undefined }),
    timeZone: fc.option(fc.constant('America/New_York'), { nil: undefined, freq: 3 }),
  })
  .map(({ atOnceAfter, reentry: again, ...rest }) => ({
    ...rest,
    reentry: { ...again, atOnceAfter },
  }))
