import type { FlowSettings } from '@relance/core/graph/settings'
import { Select } from '../../ui/select'
import { useWords } from '../../words/use-words'
import { ComboInput } from './fields/combo-input'
import fieldStyles from './fields/fields.module.css'
import { useEventItems } from './fields/use-event-items'
import { FlowRuleEditor } from './flow-rule-editor'

/** What success is: an event, or "no goal" said on purpose. */
export function GoalEditor({
  goal,
  onChange,
}: {
  goal: FlowSettings['goal']
  onChange: (goal: FlowSettings['goal']) => void
}) {
  const { t } = useWords()
  const events = useEventItems()
  const kind = goal === 'none' ? 'none' : goal ? 'event' : null
  const event = goal && goal !== 'none' ? goal : null
  return (
    <div className={fieldStyles.options}>
      <Select
        look="field"
        label={t('rules.goal')}
        value={kind}
        tone={kind ? undefined : 'missing'}
        placeholder={t('goal.ask')}
        choices={[
          { value: 'event', label: t('goal.event') },
          { value: 'none', label: t('goal.none') },
        ]}
        onChange={(next) =>
          onChange(next === 'none' ? 'none' : { event: 'Order Completed', where: null })
        }
      />
      {event && (
        <ComboInput
          label={t('rule.event')}
          items={events}
          value={event.event}
          onChange={(name) => onChange({ ...event, event: name })}
        />
      )}
      {event && (
        <FlowRuleEditor
          value={event.where}
          onChange={(where) => onChange({ ...event, where })}
          nodeId=""
          about="event"
        />
      )}
    </div>
  )
}
