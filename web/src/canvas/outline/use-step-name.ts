import type { SentencePart } from '@relance/core/node/definition'
import { sentenceText } from '@relance/core/node/sentence'
import type { Problem } from '@relance/core/plan/problem'
import type { NodeStats } from '../../api/types'
import { useWords } from '../../words/use-words'
import { useCanvas } from '../canvas-context'
import { useOtherAt } from '../presence/use-presence'
import type { StepRow } from './outline-rows'

interface Told {
  title: string
  parts: SentencePart[]
  stats: NodeStats | undefined
  problem: Problem | undefined
  change: 'new' | 'changed' | null
}

/** A statement ends in a full stop unless it brings a mark of its own. */
const closed = (text: string) => (/[.?…]$/.test(text) ? text : `${text}.`)

/**
 * What a step's line is called: its number, the words of its card, then what is to be said of it, each a
 * sentence: “2 14 days without a visit: Wait 14 days without a visit. 612 waiting.”
 */
export function useStepName(row: StepRow, { title, parts, stats, problem, change }: Told): string {
  const { t } = useWords()
  const other = useOtherAt(row.id)
  const places = useCanvas((state) => state.path?.places[row.id]?.join(', '))
  const words = [t('outline.step', { n: row.number, title, sentence: sentenceText(parts) })]
  if (stats && stats.entered > 0) words.push(t('outline.entered', { n: stats.entered }))
  if (stats && stats.waiting > 0) words.push(t('figure.waitingLine', { n: stats.waiting }))
  if (row.exits > 1) words.push(t('outline.exits', { n: row.exits }))
  if (change) words.push(t(`change.${change}`))
  if (other?.place.isEditing) words.push(t('presence.editedBy', { name: other.name }))
  if (places) words.push(`${t('try.place')} ${places}`)
  if (problem) words.push(t('outline.problem', { problem: problem.message }))
  return words.map(closed).join(' ')
}
