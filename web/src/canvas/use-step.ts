import type { GraphNode } from '@relance/core/graph/graph'
import type { NodeDefinition, SentencePart } from '@relance/core/node/definition'
import { useWords } from '../words/use-words'
import { useContent, useSession } from './canvas-context'
import { stepSentence } from './step-sentence'
import { stepTitles } from './step-titles'
import { stepType } from './step-types'

export interface StepText {
  node: GraphNode | undefined
  definition: NodeDefinition | null
  title: string
  parts: SentencePart[]
}

const none: SentencePart[] = []

/** A step with its title and sentence; redraws only when this step, its title or a name it says changes. */
export function useStep(id: string): StepText {
  const { names } = useSession()
  const { language } = useWords()
  const node = useContent((content) => content.nodes[id])
  const title = useContent((content) => stepTitles(content, language).get(id)) ?? id
  const parts = useContent(({ nodes }) => {
    const now = nodes[id]
    return now ? stepSentence(now, language, names) : none
  })
  return { node, definition: node ? stepType(node.type) : null, title, parts }
}
