import type { EventLeaf } from '@relance/core/rule/rule'
import { eventDone } from '@relance/core/words/event-words'
import { DurationInput } from '../canvas/inspector/fields/duration-input'
import { useEventItems } from '../canvas/inspector/fields/use-event-items'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import { EventTimes } from './event-times'
import styles from './rule.module.css'
import { RuleEditor } from './rule-editor'
import type { RuleGround } from './rule-ground'
import { useWindows, windowOf, withWindow } from './use-windows'

/** "Has / has not · ordered · at least 2 times · since email 1". */
export function EventLeafEditor({
  leaf,
  negated,
  onChange,
  ground,
}: {
  leaf: EventLeaf
  negated: boolean
  onChange: (leaf: EventLeaf, negated: boolean) => void
  ground: RuleGround
}) {
  const { t, language } = useWords()
  const events = useEventItems()
  const windows = useWindows(leaf, ground)
  const set = (change: Partial<EventLeaf>) => onChange({ ...leaf, ...change }, negated)
  const { within, where } = leaf
  return (
    <>
      <Select
        label={t('rule.hasOrNot')}
        value={negated ? 'not' : 'has'}
        onChange={(next) => onChange(leaf, next === 'not')}
        choices={[
          { value: 'has', label: t('rule.has') },
          { value: 'not', label: t('rule.hasNot') },
        ]}
      />
      <Select
        label={t('rule.event')}
        value={leaf.event}
        onChange={(event) => set({ event })}
        choices={[...new Set([leaf.event, 'visit', ...events.map((item) => item.value)])].map(
          (name) => ({ value: name, label: eventDone(name, language) }),
        )}
      />
      <EventTimes leaf={leaf} onChange={set} />
      <Select
        label={t('rule.window')}
        value={windowOf(leaf)}
        onChange={(next) => onChange(withWindow(leaf, next), negated)}
        choices={windows}
      />
      {within !== undefined && (
        <DurationInput
          label={t('rule.window')}
          value={within}
          onChange={(next) => set({ within: next ?? 'P30D' })}
        />
      )}
      {where ? (
        <div className={styles.where}>
          <span className={styles.word}>{t('rule.where')}</span>
          <RuleEditor
            value={where}
            onChange={(rule) => set({ where: rule ?? undefined })}
            ground={{ ...ground, about: 'event' }}
          />
        </div>
      ) : (
        <button
          type="button"
          className={styles.more}
          onClick={() => set({ where: { and: [{ field: 'revenue', op: '>=', value: 50 }] } })}
        >
          {t('rule.addWhere')}
        </button>
      )}
    </>
  )
}
