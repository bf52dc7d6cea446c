import { definitionOf } from '../../node/definition'
import { formatMessage } from '../../words/format-message'
import { readingWords } from '../../words/reading-words'
import type { Finding } from '../finding'
import type { Survey } from '../survey'

/** V28: every step is of a type, in a version, that is known here. V30: no id comes twice. */
export function checkKnownTypes({ draft, definitions, language }: Survey): Finding[] {
  const seen = new Set<string>()
  return draft.graph.nodes.flatMap(({ id, type, version, name }): Finding[] => {
    const isSecond = seen.has(id)
    seen.add(id)
    if (isSecond) {
      const reason = formatMessage(readingWords, 'same-id', language)
      return [{ code: 'V30', nodeId: id, params: { field: name || id, reason } }]
    }
    const definition = definitionOf(definitions, type)
    if (definition?.version === version) return []
    const step = name || (definition?.title[language] ?? type)
    const fix = definition
      ? { action: 'replaceNode', args: { nodeId: id, type } }
      : { action: 'removeNode', args: { nodeId: id } }
    return [{ code: 'V28', nodeId: id, params: { step, v: version }, fix }]
  })
}
