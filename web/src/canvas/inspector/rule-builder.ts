import type { RuleEditorProps } from '../../rule/rule-editor'
import { FetchedPart } from '../../ui/fetched-part'

/** What rules are built with: as large as all other settings together, and most steps have no rule. */
export const ruleBuilder = new FetchedPart<RuleEditorProps>(
  async () => (await import('../../rule/rule-editor')).RuleEditor,
)
