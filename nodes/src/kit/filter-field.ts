import type { FieldSpec, SentenceNames, SentencePart } from '@relance/core/node/definition'
import { plain, value } from '@relance/core/node/sentence'
import { ruleClause } from '@relance/core/rule/describe-rule'
import type { Rule } from '@relance/core/rule/rule'
import { isEmptyRule } from '@relance/core/rule/rule-shape'
import type { Language } from '@relance/core/words/language'

/** Who may enter at all: the same field on every trigger. */
export const filterField: FieldSpec = {
  kind: 'rule',
  label: { en: 'Only if', fr: 'Seulement si' },
  help: { en: 'Leave empty to take everyone.', fr: 'Laissez vide pour prendre tout le monde.' },
}

/** “, if …” at the end of a trigger's sentence; nothing where there is no filter. */
export function filterParts(
  filter: Rule | null | undefined,
  language: Language,
  names: SentenceNames,
): SentencePart[] {
  if (!filter || isEmptyRule(filter)) return []
  const clause = ruleClause(filter, language, names)
  return [plain(language === 'en' ? ', only if: ' : ', seulement si : '), value('filter', clause)]
}
