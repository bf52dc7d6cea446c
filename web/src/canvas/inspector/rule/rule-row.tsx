import type { Rule } from '@relance/core/rule/rule'
import { X } from 'lucide-react'
import { IconButton } from '../../../ui/button'
import { Select } from '../../../ui/select'
import { useWords } from '../../../words/use-words'
import { EventLeafEditor } from './event-leaf-editor'
import { FieldLeafEditor } from './field-leaf-editor'
import styles from './rule.module.css'
import { GroupEditor } from './rule-editor'
import { groupOf, isEvent, isField, isNested, negate, positive, ruleOf } from './rule-values'

/** One row of a rule as a sentence of pickers. */
export function RuleRow({
  rule: given,
  onChange,
  onRemove,
  nodeId,
  about,
  depth,
}: {
  rule: Rule
  onChange: (rule: Rule) => void
  onRemove: () => void
  nodeId: string
  about: 'person' | 'event'
  depth: number
}) {
  const { t } = useWords()
  const { rule, negated } = positive(given)
  const set = (next: Rule) => onChange(negate(next, negated))
  return (
    <div className={styles.rule}>
      {isNested(given) ? (
        <GroupEditor
          group={groupOf(rule)}
          onChange={(group) => set(ruleOf(group))}
          nodeId={nodeId}
          about={about}
          depth={depth + 1}
        />
      ) : (
        <div className={styles.row}>
          {isEvent(rule) && (
            <EventLeafEditor
              leaf={rule}
              negated={negated}
              onChange={(leaf, not) => onChange(negate(leaf, not))}
              nodeId={nodeId}
            />
          )}
          {isField(rule) && <FieldLeafEditor leaf={rule} onChange={set} about={about} />}
          {'consent' in rule && (
            <>
              <span className={styles.word}>{t('rule.consentFor')}</span>
              <Select
                label={t('rule.channel')}
                value={rule.consent}
                onChange={(consent) => set({ ...rule, consent })}
                choices={['email', 'sms', 'phone', 'post'].map((channel) => ({
                  value: channel,
                  label: t(`channel.${channel as 'email'}`),
                }))}
              />
              <Select
                label={t('rule.consent')}
                value={rule.state}
                onChange={(state) =>
                  set({
                    ...rule,
                    state:
                      state === 'refused' ? 'refused' : state === 'unknown' ? 'unknown' : 'given',
                  })
                }
                choices={(['given', 'refused', 'unknown'] as const).map((state) => ({
                  value: state,
                  label: t(`consent.${state}`),
                }))}
              />
            </>
          )}
        </div>
      )}
      <IconButton label={t('rule.remove')} className={styles.remove} onClick={onRemove}>
        <X className="icon-s" aria-hidden="true" />
      </IconButton>
    </div>
  )
}
