import type { EventLeaf } from '@relance/core/rule/rule'
import { eventDone } from '@relance/core/words/event-words'
import { useMemo } from 'react'
import { Select } from '../../../ui/select'
import { useWords } from '../../../words/use-words'
import { useContent } from '../../canvas-context'
import { stepTitles } from '../../step-titles'
import { stepType } from '../../step-types'
import { DurationInput } from '../fields/duration-input'
import { useEventItems } from '../fields/use-event-items'
import styles from './rule.module.css'
import { GroupEditor } from './rule-editor'
import { groupOf, ruleOf } from './rule-values'

const MAIL_EVENTS = [
  'Email Link Clicked',
  'Email Opened',
  'Email Delivered',
  'Email Bounced',
  'Email Replied',
]

/** "Has / has not · ordered · at least 2 times · since email 1". */
export function EventLeafEditor({
  leaf,
  negated,
  onChange,
  nodeId,
}: {
  leaf: EventLeaf
  negated: boolean
  onChange: (leaf: EventLeaf, negated: boolean) => void
  nodeId: string
}) {
  const { t, language } = useWords()
  const events = useEventItems()
  const nodes = useContent((content) => content.nodes)
  const titles = useContent((content) => stepTitles(content, language))
  const steps = useMemo(
    () => Object.values(nodes).filter((node) => node.id !== nodeId),
    [nodes, nodeId],
  )
  const mails = steps.filter((node) => stepType(node.type)?.category === 'message')
  const set = (change: Partial<EventLeaf>) => onChange({ ...leaf, ...change }, negated)
  const { of, since, within, count, where } = leaf
  const window = of ? `of:${of}` : within ? 'within' : since ? `since:${since}` : 'ever'
  const setWindow = (next: string) => {
    const plain: EventLeaf = { event: leaf.event, where, count, sum: leaf.sum }
    if (next === 'within') onChange({ ...plain, within: 'P30D' }, negated)
    else if (next.startsWith('of:')) onChange({ ...plain, of: next.slice(3) }, negated)
    else if (next.startsWith('since:')) onChange({ ...plain, since: next.slice(6) }, negated)
    else onChange(plain, negated)
  }
  const aboutMail = MAIL_EVENTS.includes(leaf.event)
  const windows = [
    { value: 'ever', label: t('window.ever') },
    { value: 'since:entry', label: t('window.entry') },
    { value: 'since:anchor', label: t('window.anchor') },
    { value: 'within', label: t('window.within') },
    ...(aboutMail
      ? mails.map((node) => ({
          value: `of:${node.id}`,
          label: t('window.of', { step: titles.get(node.id) ?? node.id }),
        }))
      : []),
    ...steps.map((node) => ({
      value: `since:${node.id}`,
      label: t('window.since', { step: titles.get(node.id) ?? node.id }),
    })),
  ]
  const times = count ? `${count.op}` : 'any'
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
        choices={[...new Set([leaf.event, ...events.map((item) => item.value)])].map((name) => ({
          value: name,
          label: eventDone(name, language),
        }))}
      />
      <Select
        label={t('rule.times')}
        value={times}
        onChange={(next) =>
          set({
            count:
              next === 'any'
                ? undefined
                : {
                    op: next === '<=' ? '<=' : next === '=' ? '=' : '>=',
                    value: count?.value ?? 2,
                  },
          })
        }
        choices={[
          { value: 'any', label: t('times.any') },
          { value: '>=', label: t('times.atLeast') },
          { value: '<=', label: t('times.atMost') },
          { value: '=', label: t('times.exactly') },
        ]}
      />
      {count && (
        <span className={styles.inline}>
          <input
            type="number"
            min={0}
            className={styles.number}
            aria-label={t('rule.times')}
            value={count.value}
            onChange={(event) => set({ count: { ...count, value: Number(event.target.value) } })}
          />
          {t('times.times', { n: count.value })}
        </span>
      )}
      <Select label={t('rule.window')} value={window} onChange={setWindow} choices={windows} />
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
          <GroupEditor
            group={groupOf(where)}
            onChange={(group) => set({ where: group.rows.length > 0 ? ruleOf(group) : undefined })}
            nodeId={nodeId}
            about="event"
            depth={2}
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
