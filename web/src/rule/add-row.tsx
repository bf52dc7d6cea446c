import type { Leaf } from '@relance/core/rule/rule-shape'
import { useQuery } from '@tanstack/react-query'
import { Braces, CalendarCheck2, Plus, ShieldCheck, UserRound, UsersRound } from 'lucide-react'
import { useRef } from 'react'
import { segmentsQuery } from '../api/segments'
import { FullMenu } from '../ui/full-menu'
import { useWords } from '../words/use-words'
import styles from './rule.module.css'
import type { RuleGround } from './rule-ground'
import { freshEvent, freshField, type QueryGroup, type QueryRow, rowOf } from './rule-query'

/** Adds a row or a group at the end of a group. */
export function AddRow({
  ground,
  mayGroup,
  onAdd,
  onAddGroup,
}: {
  ground: RuleGround
  mayGroup: boolean
  onAdd: (row: QueryRow) => void
  onAddGroup: (group: QueryGroup) => void
}) {
  const { t } = useWords()
  const { data } = useQuery(segmentsQuery())
  const button = useRef<HTMLButtonElement>(null)
  const hasAdded = useRef(false)
  const add = (leaf: Leaf) => {
    hasAdded.current = true
    onAdd(rowOf(leaf) as QueryRow)
  }
  /** Once: the first list of the row that was just added. */
  const newRow = () => {
    if (!hasAdded.current) return null
    hasAdded.current = false
    const group = button.current?.closest('fieldset')
    const row = [...(group?.querySelectorAll(':scope > [data-row]') ?? [])].at(-1)
    return row?.querySelector<HTMLElement>('[role=combobox]') ?? null
  }
  const event = freshEvent(ground.steps !== null)
  const segment = data?.items.find(({ id }) => id !== ground.segmentId)
  if (ground.about === 'event')
    return (
      <button
        type="button"
        className={styles.add}
        onClick={() => add({ field: 'revenue', op: '>=', value: 50 })}
      >
        <Plus className="icon-s" aria-hidden="true" />
        {t('rule.addProperty')}
      </button>
    )
  const trigger = (
    <button ref={button} type="button" className={styles.add}>
      <Plus className="icon-s" aria-hidden="true" />
      {t('rule.add')}
    </button>
  )
  const kinds = [
    { key: 'rule.addEvent', icon: CalendarCheck2, leaf: event },
    { key: 'rule.addField', icon: UserRound, leaf: freshField() },
    { key: 'rule.addConsent', icon: ShieldCheck, leaf: { consent: 'email', state: 'given' } },
    ...(segment
      ? [
          {
            key: 'rule.addSegment',
            icon: UsersRound,
            leaf: { segment: segment.id, member: true },
          } as const,
        ]
      : []),
  ] as const
  const items = kinds.map(({ key, icon: Icon, leaf }) => ({
    label: t(key),
    icon: <Icon className="icon" aria-hidden="true" />,
    onSelect: () => add(leaf),
  }))
  const group = {
    label: t('rule.addGroup'),
    icon: <Braces className="icon" aria-hidden="true" />,
    onSelect: () => onAddGroup({ combinator: 'or', rules: [rowOf(event) as QueryRow] }),
  }
  return (
    <FullMenu
      align="start"
      trigger={trigger}
      items={mayGroup ? [...items, null, group] : items}
      finalFocus={newRow}
    />
  )
}
