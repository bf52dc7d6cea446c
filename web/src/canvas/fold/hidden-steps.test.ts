import { expect, test } from 'vitest'
import { foldedWithout, hiddenSteps, stepsBehind } from './hidden-steps'

const edge = (from: string, exit: string, to: string) =>
  [`${from}:${exit}`, { from, exit, to }] as const
/** start → asks; yes → a → meet, no → b → c → meet; meet → end; `alone` → `other`. */
const content = {
  nodes: Object.fromEntries(
    ['start', 'asks', 'a', 'b', 'c', 'meet', 'alone', 'other'].map((id) => [
      id,
      { id, type: 'end', version: 1, config: {} },
    ]),
  ),
  edges: Object.fromEntries([
    edge('start', 'entered', 'asks'),
    edge('asks', 'yes', 'a'),
    edge('asks', 'no', 'b'),
    edge('a', 'done', 'meet'),
    edge('b', 'done', 'c'),
    edge('c', 'done', 'meet'),
    edge('c', 'again', 'b'),
    edge('alone', 'done', 'other'),
  ]),
}
const hidden = (...folded: string[]) => [...hiddenSteps(content, folded)].sort()

test('a branch goes out of sight up to where another path joins it, a loop in it with it', () => {
  expect(hidden('asks:no')).toEqual(['b', 'c'])
  expect(hidden('asks:yes')).toEqual(['a'])
  expect(hidden('asks:yes', 'asks:no')).toEqual(['a', 'b', 'c', 'meet'])
  expect(hidden('asks')).toEqual(['a', 'b', 'c', 'meet'])
})

test('steps that nothing leads to stay in sight, and folds of what is gone mean nothing', () => {
  expect(hidden('alone:done')).toEqual(['other'])
  expect(hidden('gone:no')).toEqual([])
  expect(hidden()).toEqual([])
})

test('what an exit keeps out of sight is counted, and comes out when it is to be seen', () => {
  const folded = ['asks:no', 'asks:yes']
  const away = hiddenSteps(content, folded)
  expect(stepsBehind(content, 'asks:no', away).sort()).toEqual(['b', 'c', 'meet'])
  expect(stepsBehind(content, 'start:entered', away)).toEqual([])
  expect(foldedWithout(content, folded, 'b')).toEqual(['asks:yes'])
  expect(foldedWithout(content, ['asks'], 'meet')).toEqual([])
})
