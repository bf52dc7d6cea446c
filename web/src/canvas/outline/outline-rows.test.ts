import { edgeKey, type GraphNode } from '@relance/core/graph/graph'
import { flowSettings } from '@relance/core/graph/settings'
import { expect, test } from 'vitest'
import type { DraftContent } from '../document/draft-content'
import { lineToward } from './line-toward'
import { type OutlineRow, outlineRows, placesOf, unfolded } from './outline-rows'

/** Edges as `from:exit>to`. */
function content(nodes: [id: string, type: string][], edges: string[]): DraftContent {
  const read = edges.map((text) => {
    const [from = '', exit = '', to = ''] = text.split(/[:>]/)
    return { from, exit, to }
  })
  const steps = nodes.map(([id, type]): [string, GraphNode] => [
    id,
    { id, type, version: 1, config: {} },
  ])
  return {
    nodes: Object.fromEntries(steps),
    edges: Object.fromEntries(read.map((edge) => [edgeKey(edge), edge])),
    positions: {},
    settings: flowSettings.parse({}),
  }
}

/** start → ask, whose first exit leads to a mail and an end, and whose second joins the mail. */
const merged = content(
  [
    ['start', 'on-cart-abandoned'],
    ['ask', 'wait-event'],
    ['mail', 'send-email'],
    ['over', 'end'],
    ['lost', 'end'],
  ],
  ['start:entered>ask', 'ask:happened>mail', 'ask:timed-out>mail', 'mail:sent>over'],
)

const told = (rows: OutlineRow[]) =>
  rows.map((row) => {
    const words = row.kind === 'link' ? `continues at ${row.number}` : `${row.number} ${row.key}`
    return `${'  '.repeat(row.level - 1)}${words}`
  })

test('branches are nested, a merge is listed once and linked to, what nobody reaches comes last', () => {
  expect(told(outlineRows(merged, []))).toEqual([
    '1 start',
    '2 ask',
    '  2.1 ask:happened',
    '    3 mail',
    '    4 over',
    '  2.2 ask:timed-out',
    '    continues at 3',
    '5 lost',
  ])
})

test('an only exit that is open is a line of its own', () => {
  const open = content([['start', 'on-cart-abandoned']], [])
  expect(outlineRows(open, [])).toMatchObject([
    { kind: 'step', id: 'start' },
    { kind: 'exit', from: 'start', exit: 'entered', open: true },
  ])
})

test('a path that goes round ends in a link', () => {
  const round = content(
    [
      ['start', 'on-cart-abandoned'],
      ['wait', 'wait-duration'],
      ['mail', 'send-email'],
    ],
    ['start:entered>wait', 'wait:done>mail', 'mail:sent>wait'],
  )
  expect(told(outlineRows(round, [])).at(-1)).toBe('continues at 2')
})

test('a folded step hides all that is nested in it', () => {
  const rows = unfolded(outlineRows(merged, []), ['ask'])
  expect(rows.map(({ key }) => key)).toEqual(['start', 'ask', 'lost'])
})

test('places count the lines nested in the same one', () => {
  const places = placesOf(outlineRows(merged, []))
  expect(places.get('ask:timed-out')).toEqual({ place: 2, of: 2 })
  expect(places.get('over')).toEqual({ place: 2, of: 2 })
})

test('arrows go by what is in sight, right into a branch and left out of it', () => {
  const rows = outlineRows(merged, [])
  expect(lineToward(rows, 'start', 'down')).toBe('ask')
  expect(lineToward(rows, 'ask', 'right')).toBe('ask:happened')
  expect(lineToward(rows, 'mail', 'right')).toBeNull()
  expect(lineToward(rows, 'mail', 'left')).toBe('ask:happened')
  expect(lineToward(rows, 'lost', 'up')).toBe('ask:timed-out>')
  expect(lineToward(rows, 'start', 'last')).toBe('lost')
})

test('five thousand steps in a row do not break it', () => {
  const ids = Array.from({ length: 5_000 }, (_, place) => `wait-${place}`)
  const steps = ids.map((id): [string, string] => [id, 'wait-duration'])
  const edges = ids.slice(1).map((id, place) => `wait-${place}:done>${id}`)
  expect(outlineRows(content(steps, edges), [])).toHaveLength(5_001)
})
