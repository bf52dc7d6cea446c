import type { GraphNode } from '@relance/core/graph/graph'
import type { NodeDefinition, SentencePart } from '@relance/core/node/definition'
import { summarise } from '@relance/core/node/summarise'
import { useMemo } from 'react'
import { useWords } from '../words/use-words'
import { useContent, useSession } from './canvas-context'
import { stepTitles } from './step-titles'
import { stepType } from './step-types'

export interface StepText {
  node: GraphNode | undefined
  definition: NodeDefinition | null
  title: string
  parts: SentencePart[]
}

/** A step with its title and sentence; redraws only when this step or its title changes. */
export function useStep(id: string): StepText {
  const { names } = useSession()
  const { language } = useWords()
  const node = useContent((content) => content.nodes[id])
  const title = useContent((content) => stepTitles(content, language).get(id)) ?? id
  return useMemo(() => {
    const definition = node ? stepType(node.type) : null
    if (!node || !definition)
      return { node, definition, title, parts: [{ text: node?.type ?? id }] }
    return { node, definition, title, parts: summarise(definition, node.config, language, names) }
  }, [node, title, language, names, id])
}
