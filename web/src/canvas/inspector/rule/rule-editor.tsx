import type { Rule } from '@relance/core/rule/rule'
import { Braces, CalendarCheck2, Plus, ShieldCheck, UserRound } from 'lucide-react'
import { Fragment } from 'react'
import { Menu } from '../../../ui/menu'
import { Select } from '../../../ui/select'
import { useWords } from '../../../words/use-words'
import styles from './rule.module.css'
import { RuleRow } from './rule-row'
import { freshEvent, freshField, groupOf, type Joint, type RuleGroup, ruleOf } from './rule-values'

/** A rule tree, row by row: events, fields, consent, and groups of them. `about` an event, only its own properties. */
export function RuleEditor({
  value,
  onChange,
  nodeId,
  about,
}: {
  value: unknown
  onChange: (rule: Rule | null) => void
  nodeId: string
  about: 'person' | 'event'
}) {
  return (
    <GroupEditor
      group={groupOf(value)}
      onChange={(group) => onChange(group.rows.length > 0 ? ruleOf(group) : null)}
      nodeId={nodeId}
      about={about}
      depth={0}
    />
  )
}

export function GroupEditor({
  group,
  onChange,
  nodeId,
  about,
  depth,
}: {
  group: RuleGroup
  onChange: (group: RuleGroup) => void
  nodeId: string
  about: 'person' | 'event'
  depth: number
}) {
  const { t } = useWords()
  const { joint, rows } = group
  // A row has no identity but its place and its kind.
  const placed = rows.map((row, place) => ({ row, place, key: `${place}-${Object.keys(row)[0]}` }))
  const setRow = (place: number, row: Rule) =>
    onChange({ joint, rows: rows.map((each, at) => (at === place ? row : each)) })
  const remove = (place: number) => onChange({ joint, rows: rows.filter((_, at) => at !== place) })
  const add = (row: Rule) => onChange({ joint, rows: [...rows, row] })
  const eventRow: Rule = { field: 'revenue', op: '>=', value: 50 }
  const kinds = [
    {
      label: t('rule.addEvent'),
      icon: <CalendarCheck2 className="icon" aria-hidden="true" />,
      onSelect: () => add(freshEvent()),
    },
    {
      label: t('rule.addField'),
      icon: <UserRound className="icon" aria-hidden="true" />,
      onSelect: () => add(freshField()),
    },
    {
      label: t('rule.addConsent'),
      icon: <ShieldCheck className="icon" aria-hidden="true" />,
      onSelect: () => add({ consent: 'email', state: 'given' }),
    },
    ...(depth < 2
      ? [
          null,
          {
            label: t('rule.addGroup'),
            icon: <Braces className="icon" aria-hidden="true" />,
            onSelect: () => add({ or: [freshEvent()] }),
          },
        ]
      : []),
  ]
  const button = (
    <button type="button" className={styles.add}>
      <Plus className="icon-s" aria-hidden="true" />
      {t('rule.add')}
    </button>
  )
  return (
    <div className={depth > 0 ? styles.group : undefined}>
      {rows.length > 1 && (
        <div className={styles.match}>
          <Select
            label={t('rule.match')}
            value={joint}
            onChange={(next) => onChange({ joint: next === 'or' ? 'or' : 'and', rows })}
            choices={[
              { value: 'or', label: t('rule.any') },
              { value: 'and', label: t('rule.all') },
            ]}
          />
        </div>
      )}
      {placed.map(({ row, place, key }) => (
        <Fragment key={key}>
          {place > 0 && <JointWord joint={joint} />}
          <RuleRow
            rule={row}
            onChange={(next) => setRow(place, next)}
            onRemove={() => remove(place)}
            nodeId={nodeId}
            about={about}
            depth={depth}
          />
        </Fragment>
      ))}
      {about === 'event' ? (
        <button type="button" className={styles.add} onClick={() => add(eventRow)}>
          <Plus className="icon-s" aria-hidden="true" />
          {t('rule.addProperty')}
        </button>
      ) : (
        <Menu align="start" trigger={button} items={kinds} />
      )}
    </div>
  )
}

function JointWord({ joint }: { joint: Joint }) {
  const { t } = useWords()
  return <div className={styles.joint}>{t(`rule.${joint}`)}</div>
}
