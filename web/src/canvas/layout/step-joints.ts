import type { Language } from '@relance/core/words/language'
import type { NodeHandle } from '@xyflow/react'
import { shownExits } from '../cards/shown-exits'
import type { DraftContent } from '../document/draft-content'
import { edgesFrom } from '../document/walk-graph'
import { stepType } from '../step-types'
import { jointsOf } from './joints'

/** How cards are drawn, as far as it says where paths meet them. */
export interface JointLook {
  hasFigures: boolean
  language: Language
}

/** Where paths meet the card of a step, from the corner of its place, in pixels. */
export function stepJoints(
  content: Pick<DraftContent, 'nodes' | 'edges'>,
  id: string,
  { hasFigures, language }: JointLook,
): NodeHandle[] {
  const step = content.nodes[id]
  if (!step) return []
  const led = new Set(edgesFrom(content, id).map(({ exit }) => exit))
  const exits = shownExits(step, led, false).map(({ exit, label }) => ({
    ...{ exit, label: label[language] },
  }))
  return jointsOf(stepType(step.type)?.category ?? 'custom', hasFigures, exits)
}
