import { formatMessage } from '../../words/format-message'
import { readingWords } from '../../words/reading-words'
import type { Finding } from '../finding'
import { configTitle, type Survey } from '../survey'

/** V30: the segments that steps name are there. */
export const checkSegments = ({ nodes, facts, language }: Survey): Finding[] =>
  [...nodes.values()].flatMap((step) =>
    Object.entries(step.definition.fields).flatMap(([field, spec]): Finding[] => {
      const id = step.readable[field]
      if (spec?.kind !== 'segment' || typeof id !== 'string' || id === '') return []
      if (Object.hasOwn(facts.segments, id)) return []
      const reason = formatMessage(readingWords, 'segment-gone', language)
      const params = { field: configTitle(step, field, language), reason }
      return [{ code: 'V30', nodeId: step.node.id, field, params }]
    }),
  )
