import type { Rule } from '@relance/core/rule/rule'
import { useMemo } from 'react'
import { useFetched } from '../../ui/fetched-part'
import { Loading } from '../../ui/states'
import { useAfterPaint } from '../../ui/use-after-paint'
import { useWords } from '../../words/use-words'
import { useContent } from '../canvas-context'
import { stepTitles } from '../step-titles'
import { stepType } from '../step-types'
import { ruleBuilder } from './rule-builder'

/** Groups in groups, as far as the panel's width allows. */
const DEEPEST = 2

/** A rule inside a scenario: it may also speak of the other steps. `about` an event: only its own properties. */
export function FlowRuleEditor({
  value,
  onChange,
  nodeId,
  about,
}: {
  value: unknown
  onChange: (rule: Rule | null) => void
  nodeId: string
  about: 'person' | 'event'
}) {
  const { language } = useWords()
  // Each act may rename other steps: a rule learns of it once the act itself is on screen.
  const content = useAfterPaint(useContent((now) => now))
  const titles = stepTitles(content, language)
  const { nodes } = content
  const ground = useMemo(() => {
    const steps = Object.values(nodes)
      .filter(({ id }) => id !== nodeId)
      .map(({ id, type }) => ({
        id,
        title: titles.get(id) ?? id,
        sends: stepType(type)?.category === 'message',
      }))
    return { about, steps, deepest: DEEPEST }
  }, [nodes, titles, nodeId, about])
  const RuleEditor = useFetched(ruleBuilder)
  if (!RuleEditor) return <Loading rows={2} />
  return <RuleEditor value={value} onChange={onChange} ground={ground} />
}
