import type { Rule } from '@relance/core/rule/rule'
import { useMemo } from 'react'
import { QueryBuilder } from 'react-querybuilder'
import type { RuleGround } from './rule-ground'
import { RuleGroup } from './rule-group'
import { type QueryGroup, queryOf, ruleOf } from './rule-query'
import { RuleRow } from './rule-row'

const controls = { rule: RuleRow, ruleGroup: RuleGroup }

export interface RuleEditorProps {
  value: unknown
  onChange: (rule: Rule | null) => void
  ground: RuleGround
}

/** A rule tree, row by row, as sentences of pickers. The library keeps the tree; what is stored is a rule of ours. */
export function RuleEditor({ value, onChange, ground }: RuleEditorProps) {
  const query = useMemo(() => queryOf(value), [value])
  return (
    <QueryBuilder
      query={query}
      onQueryChange={(next) => {
        const group = next as QueryGroup
        const isSame = JSON.stringify(ruleOf(group)) === JSON.stringify(ruleOf(query))
        if (!isSame) onChange(group.rules.length > 0 ? ruleOf(group) : null)
      }}
      controlElements={controls}
      context={ground}
      enableMountQueryChange={false}
      // Our own styles only.
      suppressStandardClassnames
    />
  )
}
