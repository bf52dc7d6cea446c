import type { Language } from '@relance/core/words/language'
import type { WordKey, WordValues } from '../../words/format-message'
import { ruleName } from '../changes/rule-name'
import type { Change } from '../document/compare-drafts'
import type { DraftContent } from '../document/draft-content'
import { stepTitles } from '../step-titles'
import { stepType } from '../step-types'

interface Speech {
  t: (key: WordKey, values?: WordValues) => string
  language: Language
}

/** A change in words: the step, then what became of it. */
export function describeChange(
  change: Change,
  live: DraftContent,
  draft: DraftContent,
  { t, language }: Speech,
): string {
  if (change.kind === 'rule') return t('change.rule', { rule: t(ruleName(change.setting)) })
  const before = change.kind === 'removed'
  const step = stepTitles(before ? live : draft, language).get(change.nodeId) ?? change.nodeId
  if (change.kind === 'added') return t('change.added', { step })
  if (change.kind === 'removed') return t('change.removed', { step })
  const node = draft.nodes[change.nodeId] ?? live.nodes[change.nodeId]
  const definition = node && stepType(node.type)
  if (change.kind === 'changed') {
    const fields = change.fields.map(
      (field) => definition?.fields[field]?.label[language] ?? t('change.name'),
    )
    return t('change.fields', {
      step,
      fields: fields.map((field) => field.toLowerCase()).join(', '),
    })
  }
  if (!('exit' in change)) return step
  const exit =
    definition?.exits(node?.config ?? {}).find((each) => each.exit === change.exit)?.label[
      language
    ] ?? change.exit
  return t(`change.${change.kind}`, { step, exit })
}
