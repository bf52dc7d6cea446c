import type { ExitRule } from '@relance/core/graph/settings'
import { Plus, X } from 'lucide-react'
import { IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import fieldStyles from './fields/fields.module.css'
import { newExit } from './fields/path-values'
import { FlowRuleEditor } from './flow-rule-editor'

/** A name as a key of ours: lower case, words joined by hyphens. */
const asKey = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** Rules that end a run the moment they become true. */
export function ExitRulesEditor({
  rules,
  onChange,
}: {
  rules: ExitRule[]
  onChange: (rules: ExitRule[]) => void
}) {
  const { t } = useWords()
  const set = (place: number, change: Partial<ExitRule>) =>
    onChange(rules.map((rule, at) => (at === place ? { ...rule, ...change } : rule)))
  return (
    <>
      {rules.map((rule, place) => (
        <div key={rule.key} className={fieldStyles.branch}>
          <div className={fieldStyles.branchHead}>
            <input
              className={fieldStyles.text}
              aria-label={t('rules.exitName')}
              defaultValue={rule.key.replaceAll('-', ' ')}
              onBlur={(event) => set(place, { key: asKey(event.target.value) || rule.key })}
            />
            <IconButton
              label={t('rule.remove')}
              onClick={() => onChange(rules.filter((_, at) => at !== place))}
            >
              <X className="icon-s" aria-hidden="true" />
            </IconButton>
          </div>
          <FlowRuleEditor
            value={rule.rule}
            onChange={(next) => set(place, { rule: next ?? { or: [] } })}
            nodeId=""
            about="person"
          />
        </div>
      ))}
      <button
        type="button"
        className={fieldStyles.link}
        onClick={() =>
          onChange([
            ...rules,
            {
              key: newExit(
                'exit',
                rules.map((rule) => rule.key),
              ),
              rule: { or: [{ event: 'Order Completed', since: 'entry' }] },
            },
          ])
        }
      >
        <Plus className="icon-s" aria-hidden="true" />
        {t('rules.addExit')}
      </button>
    </>
  )
}
