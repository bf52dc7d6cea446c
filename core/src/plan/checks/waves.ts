import type { Finding } from '../finding'
import type { Survey, SurveyedNode } from '../survey'

/** V33: an event is announced in several waves; a lone message about one is told of. */
export function checkWaves({ nodes, reached, draft }: Survey): Finding[] {
  const isWave = ({ node, definition }: SurveyedNode) =>
    definition.category === 'message' &&
    reached.has(node.id) &&
    (node.config.typology ?? draft.settings.typology) === 'event'
  const [wave, ...more] = [...nodes.values()].filter(isWave)
  return wave && more.length === 0 ? [{ code: 'V33', nodeId: wave.node.id }] : []
}
