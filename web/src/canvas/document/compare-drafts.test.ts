import { type FlowSettings, flowSettings } from '@relance/core/graph/settings'
import type { Rule } from '@relance/core/rule/rule'
import { expect, test } from 'vitest'
import { compareDrafts } from './compare-drafts'
import type { DraftContent } from './draft-content'

const leaves = (...rules: Rule[]): FlowSettings =>
  flowSettings.parse({ goal: 'none', exitRules: rules.map((rule) => ({ key: 'empty', rule })) })

const drawn = (rule: object, settings: FlowSettings): DraftContent => ({
  nodes: {
    start: { id: 'start', type: 'on-event', version: 1, config: { event: 'page', filter: rule } },
  },
  edges: {},
  positions: {},
  settings,
})

test('keys in another order, as the database hands them back, are no change; another value is', () => {
  const rule: Rule = { event: 'page', count: { op: '>=', value: 3 }, within: 'P7D' }
  const reordered: Rule = { within: 'P7D', count: { value: 3, op: '>=' }, event: 'page' }
  const live = drawn({ event: 'page', within: 'P7D' }, leaves(rule))
  const same = drawn({ within: 'P7D', event: 'page' }, leaves(reordered))
  expect(compareDrafts(live, same)).toEqual([])
  const other = drawn({ within: 'P8D', event: 'page' }, leaves())
  expect(compareDrafts(live, other)).toEqual([
    { kind: 'changed', nodeId: 'start', fields: ['filter'] },
    { kind: 'rule', setting: 'exitRules' },
  ])
})
