import type { Rule } from '../../rule/rule'
import { isAnd, isEmptyRule, isNot, isOr } from '../../rule/rule-shape'
import { ruleIssues } from '../../rule/validate-rule'
import { formatMessage } from '../../words/format-message'
import { readingWords } from '../../words/reading-words'
import type { Finding } from '../finding'
import { leafField, type PlacedRule } from '../rules-of-flow'
import { configTitle, type Survey } from '../survey'

/** V14: a condition asks something. V30: what it asks can be answered. */
export function checkRules(survey: Survey): Finding[] {
  const sends = new Map(
    survey.draft.graph.nodes.map(({ id }) => [
      id,
      survey.nodes.get(id)?.definition.category === 'message',
    ]),
  )
  const segments = new Set(Object.keys(survey.facts.segments))
  return survey.rules.flatMap((placed): Finding[] => {
    const place = { nodeId: placed.at?.node.id ?? null, exit: placed.exit }
    if (hasEmptyOr(placed.rule)) return [{ code: 'V14', ...place, field: placed.field }]
    return ruleIssues(placed.rule, { sends, segments }).map(({ path, reason }): Finding => {
      const words = formatMessage(readingWords, reason, survey.language)
      const params = { field: titleOf(placed, survey), reason: words }
      return { code: 'V30', ...place, field: leafField(placed, path), params }
    })
  })
}

const titleOf = ({ at, field }: PlacedRule, { language }: Survey): string => {
  const name = field.split('.')[0] ?? field
  return at
    ? configTitle(at, name, language)
    : settingsTitles[name === 'goal' ? 'goal' : 'exitRules'][language]
}

const settingsTitles = {
  goal: { en: 'Goal', fr: 'Objectif' },
  exitRules: { en: 'Exit rules', fr: 'Règles de sortie' },
}

/** `and` of nothing is true and may stand; `or` of nothing asks nothing and never holds. */
function hasEmptyOr(rule: Rule): boolean {
  if (isAnd(rule)) return rule.and.some(hasEmptyOr)
  if (isOr(rule)) return rule.or.length === 0 || rule.or.some(hasEmptyOr)
  return isNot(rule) && (isEmptyRule(rule.not) || hasEmptyOr(rule.not))
}
