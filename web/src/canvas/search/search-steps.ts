import type { GraphNode } from '@relance/core/graph/graph'
import { plainText } from '../palette/find-steps'

/** What can be found of a step: as it is called, as it reads, and what it sends. */
export interface StepWords {
  id: string
  title: string
  sentence: string
  node: GraphNode
  /** The texts of its message, in every language; none while they are being fetched. */
  message: string
}

/** Every word and number of a config, however deep; names of its keys are ours and are not looked for. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value).map(wordsOf).join(' ')
}

/** A mail's source without its tags. */
export const textOfSource = (mjml: string) =>
  mjml
    .replaceAll(/<(style|mj-style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

const haystacks = new WeakMap<StepWords, string>()

function haystack(step: StepWords): string {
  const known = haystacks.get(step)
  if (known !== undefined) return known
  const { title, sentence, node, message } = step
  const all = [title, sentence, node.name, node.note, message, wordsOf(node.config)]
  const text = plainText(all.filter(Boolean).join(' '))
  haystacks.set(step, text)
  return text
}

/**
 * The steps that hold what is looked for, in the order given: in their name, sentence, note, message or settings,
 * without regard to accents or capitals. Null for an empty search.
 */
export function searchSteps(steps: readonly StepWords[], search: string): string[] | null {
  const wanted = plainText(search).trim().replaceAll(/\s+/g, ' ')
  if (wanted === '') return null
  return steps.filter((step) => haystack(step).includes(wanted)).map(({ id }) => id)
}
