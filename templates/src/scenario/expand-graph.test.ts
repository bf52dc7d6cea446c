import { expect, test } from 'vitest'
import { expandGraph } from './expand-graph'
import { scenarioNode } from './scenario-file'

const nodes = (...written: object[]) => written.map((node) => scenarioNode.parse(node))

test('a bare “to” leaves by the type’s main exit', () => {
  const { edges } = expandGraph(
    nodes(
      { id: 'a', type: 'on-event', to: 'b' },
      { id: 'b', type: 'wait-duration', to: 'c' },
      { id: 'c', type: 'end' },
    ),
    'en',
  )
  expect(edges).toEqual([
    { from: 'a', exit: 'entered', to: 'b' },
    { from: 'b', exit: 'done', to: 'c' },
  ])
})

test('a type with several exits must say which', () => {
  expect(() =>
    expandGraph(nodes({ id: 'a', type: 'condition', to: 'b' }, { id: 'b', type: 'end' }), 'en'),
  ).toThrow(/several/)
})

test('an edge to nowhere and an id used twice are refused', () => {
  expect(() => expandGraph(nodes({ id: 'a', type: 'send-email', to: 'x' }), 'en')).toThrow(
    /not there/,
  )
  expect(() =>
    expandGraph(nodes({ id: 'a', type: 'end' }, { id: 'a', type: 'end' }), 'en'),
  ).toThrow(/share/)
})

test('texts in both languages are picked wherever they stand in a config', () => {
  const config = { branches: [{ exit: 'yes', label: { en: 'Yes', fr: 'Oui' } }], depth: 1 }
  const [node] = expandGraph(nodes({ id: 'a', type: 'condition', config }), 'fr').nodes
  expect(node?.config).toEqual({ branches: [{ exit: 'yes', label: 'Oui' }], depth: 1 })
})
