import type { GraphNode } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'
import type { WordKey } from '../words/format-message'
import type { DraftContent } from './document/draft-content'
import { isTriggerType } from './step-types'

/** What “once per key” comes to, by what starts the scenario: an entry is known by another thing with each. */
const byTrigger: Partial<Record<string, (config: GraphNode['config']) => WordKey>> = {
  'on-cart-abandoned': () => 'reentry.per-cart',
  'on-latency': () => 'reentry.per-order',
  'on-inactive': () => 'reentry.per-silence',
  'on-schedule': () => 'reentry.per-sending',
  'on-date': ({ repeat }) => (repeat === 'once' ? 'reentry.per-date' : 'reentry.per-year'),
  'on-segment': () => 'reentry.each-time',
  'on-score-drop': () => 'reentry.each-time',
}

/** How often somebody may enter, as it is true for what starts this scenario. */
export function reentryWords(
  mode: FlowSettings['reentry']['mode'],
  { nodes }: Pick<DraftContent, 'nodes'>,
): WordKey {
  if (mode !== 'per-key') return `reentry.${mode}`
  const trigger = Object.values(nodes).find(({ type }) => isTriggerType(type))
  return (trigger && byTrigger[trigger.type]?.(trigger.config)) ?? 'reentry.per-key'
}
