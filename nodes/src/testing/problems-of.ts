import type { Draft } from '@relance/core/graph/draft'
import type { CompileFacts } from '@relance/core/plan/compile-facts'
import { compilePlan } from '@relance/core/plan/compile-plan'
import { definitions } from '../definitions'
import { draftOf, plentifulFacts } from './draft-of'

/** Compiles for an English reader, with all that a scenario may ask for at hand. */
export const compile = (draft: Draft, facts: Partial<CompileFacts> = {}) =>
  compilePlan(draft, definitions, { ...plentifulFacts, ...facts }, 'en')

/** The codes of a draft’s problems, each with its step. */
export const codes = (draft: Draft, facts?: Partial<CompileFacts>) =>
  compile(draft, facts).problems.map(({ code, nodeId }) => (nodeId ? `${code} ${nodeId}` : code))

/** start → mail → end, with what a test wants in between or besides. */
export const short = (
  more: Parameters<typeof draftOf>[0] = {},
  edges: string[] = ['start:entered > mail', 'mail:sent > stop'],
  settings?: Partial<Draft['settings']>,
) =>
  draftOf(
    {
      start: 'on-cart-abandoned',
      mail: ['send-email', { template: 'help' }],
      stop: 'end',
      ...more,
    },
    edges,
    settings,
  )

/** A short flow that waits, then asks. */
export const withCondition = (
  rule: unknown,
  more: Parameters<typeof draftOf>[0] = {},
  path = ['mail:sent > pause', 'pause:done > asks'],
) =>
  short(
    { pause: 'wait-duration', asks: ['condition', { branches: [{ exit: 'yes', rule }] }], ...more },
    ['start:entered > mail', ...path, 'asks:yes > stop', 'asks:no > stop'],
  )
