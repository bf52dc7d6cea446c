import type { ExpectedPath } from '@relance/db/saved-check/saved-check'
import { expect, test } from 'vitest'
import { comparePaths } from './compare-paths'

const path = (over: Partial<ExpectedPath> = {}): ExpectedPath => ({
  refused: null,
  steps: [
    { nodeId: 'start', type: 'on-event', name: null, exit: 'entered' },
    { nodeId: 'reacted', type: 'condition', name: null, exit: 'yes' },
    { nodeId: 'back', type: 'end', name: null, exit: null },
  ],
  end: { reason: 'end', detail: 'came-back', code: 'ended', params: {} },
  standing: null,
  ...over,
})

test('the same path passes, and nothing of it differs', () => {
  expect(comparePaths(path(), path(), 'path')).toEqual({ passes: true, differs: null })
})

test('another way to the same end passes where only the end counts, and tells the first step that differs', () => {
  const [start, , back] = path().steps
  const longer = path({
    steps: [start, { nodeId: 'mail', type: 'send-email', name: null, exit: 'sent' }, back].flatMap(
      (step) => (step ? [step] : []),
    ),
  })
  const differs = {
    n: 2,
    expected: { nodeId: 'reacted', type: 'condition', name: null, exit: 'yes' },
    got: { nodeId: 'mail', type: 'send-email', name: null, exit: 'sent' },
  }
  expect(comparePaths(path(), longer, 'end')).toEqual({ passes: true, differs })
  expect(comparePaths(path(), longer, 'path')).toEqual({ passes: false, differs })
})

test('a step that leaves by another exit differs, as does a path that is over sooner', () => {
  const steps = path().steps.map((step) => (step.exit === 'yes' ? { ...step, exit: 'no' } : step))
  expect(comparePaths(path(), path({ steps }), 'path').differs).toMatchObject({ n: 2 })
  const shorter = path({ steps: path().steps.slice(0, 2) })
  expect(comparePaths(path(), shorter, 'path').differs).toMatchObject({ n: 3, got: null })
})

test.each([
  ['another end', { end: { reason: 'goal', detail: null, code: 'ended', params: {} } }],
  ['no end', { end: null, standing: 'reacted' }],
  ['a refusal', { refused: { code: 'not-entered-filter', params: {} }, end: null, steps: [] }],
] as [string, Partial<ExpectedPath>][])('%s fails even where only the end counts', (_, over) => {
  expect(comparePaths(path(), path(over), 'end').passes).toBe(false)
})

test('where no end was expected, standing at the same step passes', () => {
  const standing = path({ end: null, standing: 'week' })
  expect(comparePaths(standing, standing, 'end').passes).toBe(true)
  expect(comparePaths(standing, path({ end: null, standing: 'day' }), 'end').passes).toBe(false)
})
