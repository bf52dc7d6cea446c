import { sentenceText } from '@relance/core/node/sentence'
import { summarise } from '@relance/core/node/summarise'
import { ArrowRight } from 'lucide-react'
import { useWords } from '../../words/use-words'
import type { Change } from '../document/compare-drafts'
import type { DraftContent } from '../document/draft-content'
import { describeChange } from '../panels/describe-change'
import { stepTitles } from '../step-titles'
import { stepType } from '../step-types'
import { useSentenceNames } from '../use-sentence-names'
import { useTopics } from '../use-topics'
import styles from './changes.module.css'
import { ruleName } from './rule-name'
import { ruleSays } from './rule-words'

interface ChangeSentenceProps {
  change: Change
  before: DraftContent
  after: DraftContent
}

/** A change as a sentence: what changed, and how it was said before and is said now where the two differ. */
export function ChangeSentence({ change, before, after }: ChangeSentenceProps) {
  const { t, language } = useWords()
  const { subject, was, is } = useBothWays(change, before, after)
  if (was === is) return <span>{describeChange(change, before, after, { t, language })}</span>
  return (
    <span className={styles.sentence}>
      <b>{subject}</b>
      <span className={styles.to}>
        <del>{was || t('compare.nothing')}</del>
        <ArrowRight className="icon-s" aria-label={t('compare.becomes')} />
        <ins>{is || t('compare.nothing')}</ins>
      </span>
    </span>
  )
}

function useBothWays(change: Change, before: DraftContent, after: DraftContent) {
  const { t, duration, language } = useWords()
  const names = useSentenceNames()
  const topics = useTopics()
  if (change.kind === 'rule') {
    const topicName = (key: string) => topics.find((topic) => topic.key === key)?.[language] ?? key
    const say = (content: DraftContent) =>
      ruleSays(change.setting, content, { t, duration, language, names, topicName })
    return { subject: t(ruleName(change.setting)), was: say(before), is: say(after) }
  }
  const say = ({ nodes }: DraftContent) => {
    const node = nodes[change.nodeId]
    const definition = node && stepType(node.type)
    return definition ? sentenceText(summarise(definition, node.config, language, names)) : ''
  }
  const subject = stepTitles(after, language).get(change.nodeId) ?? change.nodeId
  if (change.kind === 'changed') return { subject, was: say(before), is: say(after) }
  return { subject, was: '', is: '' }
}
