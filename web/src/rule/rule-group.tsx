import clsx from 'clsx'
import { X } from 'lucide-react'
import { Fragment } from 'react'
import type { RuleGroupProps } from 'react-querybuilder'
import { IconButton } from '../ui/button'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import { AddRow } from './add-row'
import styles from './rule.module.css'
import type { RuleGround } from './rule-ground'
import type { QueryGroup } from './rule-query'

const matches = ['all', 'any', 'none', 'notAll'] as const
type Match = (typeof matches)[number]

const matchOf = ({ combinator, not }: QueryGroup): Match =>
  combinator === 'or' ? (not ? 'none' : 'any') : not ? 'notAll' : 'all'

/** Rows and groups with one word between them, and how many of them must be true. */
export function RuleGroup({
  ruleGroup,
  path,
  actions,
  schema,
  context,
  translations,
}: RuleGroupProps) {
  const { t } = useWords()
  const group = ruleGroup as QueryGroup
  const ground = context as RuleGround
  const { rule: Row, ruleGroup: Group } = schema.controls
  const isRoot = path.length === 0
  const match = matchOf(group)
  const setMatch = (next: string) => {
    const changed = {
      ...group,
      combinator: next === 'any' || next === 'none' ? 'or' : 'and',
      not: next === 'none' || next === 'notAll',
    }
    // Both at once: one change, one step back.
    schema.dispatchQuery(replaceAt(schema.getQuery() as QueryGroup, path, changed))
  }
  return (
    <fieldset
      className={clsx(styles.rows, !isRoot && styles.group)}
      aria-label={t(`rule.${match}`)}
    >
      {(group.rules.length > 1 || group.not || !isRoot) && (
        <div className={styles.match}>
          <Select
            label={t('rule.match')}
            value={match}
            onChange={setMatch}
            choices={matches.map((each) => ({ value: each, label: t(`rule.${each}`) }))}
          />
          {!isRoot && (
            <IconButton
              label={t('rule.removeGroup')}
              className={styles.removeGroup}
              onClick={() => actions.onGroupRemove(path)}
            >
              <X className="icon-s" aria-hidden="true" />
            </IconButton>
          )}
        </div>
      )}
      {group.rules.map((part, place) => {
        const shared = { path: [...path, place], actions, schema, context, translations }
        const key = String(part.id ?? place)
        return (
          <Fragment key={key}>
            {place > 0 && <JointWord joint={group.combinator === 'or' ? 'or' : 'and'} />}
            {'rules' in part ? (
              <Group {...shared} id={key} ruleGroup={part} />
            ) : (
              <Row {...shared} id={key} rule={part} />
            )}
          </Fragment>
        )
      })}
      <AddRow
        ground={ground}
        mayGroup={ground.about === 'person' && path.length < ground.deepest}
        onAdd={(row) => actions.onRuleAdd(row, path)}
        onAddGroup={(made) => actions.onGroupAdd(made, path)}
      />
    </fieldset>
  )
}

function replaceAt(query: QueryGroup, [place, ...below]: number[], made: QueryGroup): QueryGroup {
  if (place === undefined) return made
  const rules = query.rules.map((part, at) =>
    at === place && 'rules' in part ? replaceAt(part, below, made) : part,
  )
  return { ...query, rules }
}

function JointWord({ joint }: { joint: 'and' | 'or' }) {
  const { t } = useWords()
  return <div className={styles.joint}>{t(`rule.${joint}`)}</div>
}
