import type { SegmentLeaf } from '@relance/core/rule/rule-shape'
import { useQuery } from '@tanstack/react-query'
import { segmentsQuery } from '../api/segments'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import type { RuleGround } from './rule-ground'

/** "Is in · Loyal customers". */
export function SegmentLeafEditor({
  leaf,
  onChange,
  ground,
}: {
  leaf: SegmentLeaf
  onChange: (leaf: SegmentLeaf) => void
  ground: RuleGround
}) {
  const { t } = useWords()
  const { data } = useQuery(segmentsQuery())
  const others = (data?.items ?? []).filter(({ id }) => id !== ground.segmentId)
  return (
    <>
      <Select
        label={t('rule.memberOrNot')}
        value={leaf.member ? 'in' : 'out'}
        onChange={(next) => onChange({ ...leaf, member: next === 'in' })}
        choices={[
          { value: 'in', label: t('rule.isIn') },
          { value: 'out', label: t('rule.isNotIn') },
        ]}
      />
      <Select
        label={t('rule.segment')}
        value={leaf.segment}
        onChange={(segment) => onChange({ ...leaf, segment })}
        placeholder={t('rule.segmentGone')}
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}
