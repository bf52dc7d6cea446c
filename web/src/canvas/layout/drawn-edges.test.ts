import { flowSettings } from '@relance/core/graph/settings'
import { expect, test } from 'vitest'
import { contentOf } from '../document/draft-content'
import { bendOf, drawnEdges } from './drawn-edges'
import { edgeRuns } from './edge-runs'

const look = { hasFigures: false, language: 'en' as const }

/** A signup, a question whose first answer leads to a mail, and a wait that both come to. */
const content = contentOf({
  graph: {
    nodes: [
      { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
      {
        id: 'asks',
        type: 'condition',
        version: 1,
        config: {
          branches: [{ exit: 'yes', rule: { or: [{ event: 'Ordered', since: 'entry' }] } }],
          otherwise: { exit: 'no' },
        },
      },
      { id: 'mail', type: 'send-email', version: 1, config: {} },
      { id: 'day', type: 'wait-duration', version: 1, config: { for: 'P1D', since: 'here' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'asks' },
      { from: 'asks', exit: 'yes', to: 'mail' },
      { from: 'asks', exit: 'no', to: 'day' },
      { from: 'mail', exit: 'sent', to: 'day' },
    ],
  },
  positions: {
    start: { x: 0, y: 0 },
    asks: { x: 0, y: 160 },
    mail: { x: -300, y: 360 },
    day: { x: 0, y: 560 },
  },
  settings: flowSettings.parse({ goal: 'none' }),
})

test('a path leaves the middle of a card and reaches the middle of the next', () => {
  const entered = drawnEdges(content, new Set(), look).find(({ key }) => key === 'start:entered')
  expect(entered?.ends).toEqual({ sourceX: 136, sourceY: 97, targetX: 136, targetY: 160 + 17.5 })
})

test('of a card with two ways out the first leaves on the left', () => {
  const edges = drawnEdges(content, new Set(), look)
  const x = (key: string) => edges.find((edge) => edge.key === key)?.ends.sourceX ?? Number.NaN
  expect(x('asks:yes')).toBeLessThan(136)
  expect(x('asks:no')).toBeGreaterThan(136)
})

test('paths that meet turn near the step they share', () => {
  expect(bendOf(content, 'day')).toBe('end')
  expect(bendOf(content, 'asks')).toBe('start')
})

test('a path to a step that is put away is not drawn', () => {
  const keys = drawnEdges(content, new Set(['mail']), look).map(({ key }) => key)
  expect(keys.toSorted()).toEqual(['asks:no', 'start:entered'])
})

test('a path runs through its corners, from its step to the next', () => {
  const runs = edgeRuns(drawnEdges(content, new Set(), look))
  const points = runs.find(({ key }) => key === 'mail:sent')?.points ?? []
  expect(points[0]).toMatchObject({ x: -300 + 136 })
  expect(points.at(-1)).toEqual({ x: 136, y: 561 })
  expect(points.length).toBe(4)
})
