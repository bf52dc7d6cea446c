import { sameJson } from '@relance/core/json/same-json'
import type { Leaf } from '@relance/core/rule/rule-shape'
import { isEventLeaf, isFieldLeaf, isSegmentLeaf } from '@relance/core/rule/rule-shape'
import clsx from 'clsx'
import { Hourglass, X } from 'lucide-react'
import type { RuleProps } from 'react-querybuilder'
import { IconButton } from '../ui/button'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import { ConsentLeafEditor } from './consent-leaf-editor'
import { EventLeafEditor } from './event-leaf-editor'
import { FieldLeafEditor } from './field-leaf-editor'
import styles from './rule.module.css'
import type { RuleGround } from './rule-ground'
import type { RowValue } from './rule-query'
import { SegmentLeafEditor } from './segment-leaf-editor'

/** One row of a rule as a sentence of pickers. */
export function RuleRow({ rule, path, actions, context }: RuleProps) {
  const { t } = useWords()
  const { leaf, negated } = rule.value as RowValue
  const ground = context as RuleGround
  const set = (next: Leaf, denied = negated) =>
    actions.onPropChange('value', { leaf: next, negated: denied } satisfies RowValue, path)
  const isSlow = ground.slow?.some((each) => sameJson(each, leaf))
  return (
    <div
      className={clsx(styles.rule, isSlow && styles.slow)}
      data-row
      data-slow={isSlow || undefined}
    >
      <div className={styles.row}>
        {negated && !isEventLeaf(leaf) && (
          <Select
            label={t('rule.trueOrNot')}
            value="not"
            onChange={(next) => set(leaf, next === 'not')}
            choices={[
              { value: 'is', label: t('rule.isTrue') },
              { value: 'not', label: t('rule.isNotTrue') },
            ]}
          />
        )}
        {isEventLeaf(leaf) ? (
          <EventLeafEditor leaf={leaf} negated={negated} onChange={set} ground={ground} />
        ) : isFieldLeaf(leaf) ? (
          <FieldLeafEditor leaf={leaf} onChange={set} about={ground.about} />
        ) : isSegmentLeaf(leaf) ? (
          <SegmentLeafEditor leaf={leaf} onChange={set} ground={ground} />
        ) : (
          <ConsentLeafEditor leaf={leaf} onChange={set} />
        )}
        {isSlow && (
          <p className={styles.slowNote}>
            <Hourglass className="icon-s" aria-hidden="true" />
            {t('rule.slow')}
          </p>
        )}
      </div>
      <IconButton
        label={t('rule.remove')}
        className={styles.remove}
        onClick={() => actions.onRuleRemove(path)}
      >
        <X className="icon-s" aria-hidden="true" />
      </IconButton>
    </div>
  )
}
