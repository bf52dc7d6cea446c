import type { SentenceNames } from '@relance/core/node/definition'
import { ruleClause } from '@relance/core/rule/describe-rule'
import type { Rule } from '@relance/core/rule/rule'
import { isAnd, isEmptyRule, isSegmentLeaf } from '@relance/core/rule/rule-shape'
import type { Language } from '@relance/core/words/language'

const everyone = { en: 'everyone', fr: 'tout le monde' }
const agreed = {
  en: 'whoever agrees to emails',
  fr: 'qui accepte les e-mails',
}

/** Whom a sending is for, to follow “for”: a segment by its name, whoever agreed to emails, or what the rule says. */
export function audienceWords(
  audience: Rule | undefined,
  language: Language,
  names: SentenceNames,
): string {
  if (!audience || isEmptyRule(audience)) return everyone[language]
  const rule = alone(audience)
  if ('consent' in rule && rule.consent === 'email' && rule.state === 'given')
    return agreed[language]
  const segment = isSegmentLeaf(rule) && rule.member ? names.segment(rule.segment) : undefined
  return segment ?? ruleClause(audience, language, names)
}

/** What a rule holds where it holds one thing. */
function alone(rule: Rule): Rule {
  const [only, ...others] = isAnd(rule) ? rule.and : []
  return only && others.length === 0 ? alone(only) : rule
}
