import type { SentenceNames } from '@relance/core/node/definition'
import { sentenceText } from '@relance/core/node/sentence'
import { summarise } from '@relance/core/node/summarise'
import type { UseWords } from '../../words/use-words'
import type { DraftContent } from '../document/draft-content'
import type { Overtaken } from '../document/overtake'
import { stepTitles } from '../step-titles'
import { stepType } from '../step-types'

interface Speech {
  t: UseWords['t']
  language: UseWords['language']
  names: SentenceNames
}

/**
 * What somebody made of a value of one's own, in words: “Louis set “Wait 7 days”. You had “Wait 10 days”.” Of several,
 * all are places.
 */
export function lostWords(
  [{ change, author }, ...more]: [Overtaken, ...Overtaken[]],
  content: DraftContent,
  { t, language, names }: Speech,
): string {
  const name = author.by ?? t('presence.someone')
  if (more.length > 0) return t('lost.manyMoved', { name, n: more.length + 1 })
  if (change.part === 'setting') return t('lost.rule', { name })
  const node = content.nodes[change.key]
  if (change.part === 'node' && change.before && !change.after) {
    const own = change.before.name ?? stepType(change.before.type)?.title[language] ?? change.key
    return t('lost.removed', { name, step: own })
  }
  const titles = stepTitles(content, language)
  if (change.part === 'edge') {
    const from = (change.after ?? change.before)?.from ?? ''
    return t('lost.led', { name, step: titles.get(from) ?? from })
  }
  const step = titles.get(change.key) ?? change.key
  if (change.part === 'position') return t('lost.moved', { name, step })
  if (change.part === 'step' && change.field === 'name')
    return t('lost.set', {
      name,
      theirs: String(change.after ?? step),
      mine: String(change.before ?? step),
    })
  const definition = node && stepType(node.type)
  if (!node || !definition || change.part !== 'config') return t('lost.step', { name, step })
  const says = (value: unknown) => {
    const config = { ...node.config, [change.field]: value }
    return sentenceText(summarise(definition, config, language, names))
  }
  const [theirs, mine] = [says(change.after), says(change.before)]
  return theirs === mine ? t('lost.step', { name, step }) : t('lost.set', { name, theirs, mine })
}

/** Whether somebody would want to hear of it: not that a step they removed is there again. */
export const isWorthTelling = ({ change }: Overtaken): boolean =>
  change.part !== 'node' || change.after === undefined
