import {
  type InactivityDefinition,
  type SilenceSignal,
  silenceSignals,
} from '@relance/core/activity/inactivity'
import { ruleClause } from '@relance/core/rule/describe-rule'
import type { Rule } from '@relance/core/rule/rule'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import {
  deleteDefinition,
  previewQuery,
  type SavedDefinition,
  saveDefinition,
} from '../api/activity'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { DurationInput } from '../canvas/inspector/fields/duration-input'
import { useNames } from '../canvas/use-names'
import { RuleEditor } from '../rule/rule-editor'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import styles from './inactivity.module.css'

const signalKey = (signal: SilenceSignal) =>
  signal === 'app' ? 'inactivity.appSignal' : (`inactivity.${signal}` as const)
const units = ['days', 'weeks', 'months'] as const
/** Years as the months they are: what the control can show. */
const inMonths = (duration: string) =>
  duration.replace(/^P(\d+)Y$/, (_, years: string) => `P${Number(years) * 12}M`)

/** One definition as a sentence whose words are its controls; says at once how many people it would mean. */
export function InactivitySentence({
  id,
  start,
  others,
  onDone,
}: {
  id: string | null
  start: InactivityDefinition
  others: SavedDefinition[]
  onDone?: () => void
}) {
  const { t, number, language } = useWords()
  const [said, setSaid] = useState<InactivityDefinition>(start)
  const [opensRule, setOpensRule] = useState(false)
  const names = useNames(null)
  const set = (change: Partial<InactivityDefinition>) => setSaid({ ...said, ...change })
  const preview = useQuery(previewQuery([said, ...others]))
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: ['inactivity-definitions'] })
    onDone?.()
  }
  const onError = (error: unknown) => toast.error(messageOfError(error))
  const save = useMutation({
    mutationFn: () => saveDefinition({ ...withoutId(said), id }),
    onSuccess: async () => {
      toast.success(t('inactivity.saved'))
      await done()
    },
    onError,
  })
  const remove = useMutation({
    mutationFn: async () => (id === null ? null : deleteDefinition(id)),
    onSuccess: done,
    onError,
  })
  const toggle = (signal: SilenceSignal) => {
    const signals = silenceSignals.filter((one) => said.signals.includes(one) !== (one === signal))
    if (signals.length > 0) set({ signals })
  }
  return (
    <div className={styles.sentence}>
      <p className={styles.words}>
        <input
          className={`${fields.field} ${styles.name}`}
          aria-label={t('inactivity.name')}
          value={said.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </p>
      <p className={styles.words}>
        <span>{t('inactivity.someone')}</span>
        <button
          type="button"
          className={styles.about}
          aria-expanded={opensRule}
          onClick={() => setOpensRule(!opensRule)}
        >
          {said.appliesTo
            ? t('inactivity.whoRule', { rule: ruleClause(said.appliesTo, language, names) })
            : t('inactivity.everybody')}
        </button>
        <span>{t('inactivity.who')}</span>
        <input
          className={`${fields.field} ${styles.category}`}
          aria-label={t('inactivity.category')}
          placeholder={t('inactivity.anyCategory')}
          value={said.category ?? ''}
          onChange={(event) => set({ category: event.target.value || null })}
        />
        <span>{t('inactivity.is')}</span>
        <Select
          label={t('inactivity.match')}
          value={said.match}
          onChange={(match) => set({ match: match === 'any' ? 'any' : 'all' })}
          choices={(['all', 'any'] as const).map((value) => ({
            value,
            label: t(`inactivity.${value}`),
          }))}
        />
        <fieldset className={styles.signals} aria-label={t('inactivity.signals')}>
          {silenceSignals.map((signal) => (
            <button
              key={signal}
              type="button"
              aria-pressed={said.signals.includes(signal)}
              onClick={() => toggle(signal)}
            >
              {t(signalKey(signal))}
            </button>
          ))}
        </fieldset>
        <span>{t('inactivity.for')}</span>
        <DurationInput
          label={t('inactivity.duration')}
          value={inMonths(said.for)}
          units={units}
          onChange={(value) => value && set({ for: value })}
        />
        <span>{t('inactivity.grace')}</span>
        <Count value={said.graceDays} label="graceDays" set={(graceDays) => set({ graceDays })} />
        <span>{t('inactivity.graceDays')}</span>
        <Count
          value={said.graceMessages}
          label="graceMails"
          set={(graceMessages) => set({ graceMessages })}
        />
        <span>{t('inactivity.graceMails')}</span>
      </p>
      {opensRule && (
        <fieldset className={styles.rule} aria-label={t('inactivity.onlyFor')}>
          <p>{t('inactivity.onlyFor')}</p>
          <RuleEditor
            value={said.appliesTo ?? everybody}
            onChange={(appliesTo) => set({ appliesTo })}
            ground={GROUND}
          />
        </fieldset>
      )}
      <div className={styles.foot}>
        <label className={styles.priority}>
          {t('inactivity.priority')}
          <input
            className={`${fields.field} ${styles.count}`}
            type="number"
            min={0}
            max={1000}
            value={said.priority}
            onChange={(event) => set({ priority: Number(event.target.value) })}
          />
        </label>
        {preview.data && (
          <output>
            <b>
              {t('inactivity.count', {
                n: preview.data.inactive,
                people: number(preview.data.inactive),
                all: number(preview.data.people),
              })}
            </b>{' '}
            {t('inactivity.countOne', { n: number(preview.data.byDefinition[0] ?? 0) })}
          </output>
        )}
        <span className={styles.grow} />
        <Button
          look="ghost"
          size="small"
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {t('inactivity.remove')}
        </Button>
        <Button look="primary" size="small" disabled={save.isPending} onClick={() => save.mutate()}>
          {t('inactivity.save')}
        </Button>
      </div>
    </div>
  )
}

const everybody: Rule = { and: [] }
const GROUND = { about: 'person', steps: null, deepest: 3 } as const

function withoutId(said: InactivityDefinition & { id?: string }): InactivityDefinition {
  const { id: _, ...definition } = said
  return definition
}

function Count({
  value,
  label,
  set,
}: {
  value: number
  label: 'graceDays' | 'graceMails'
  set: (value: number) => void
}) {
  const { t } = useWords()
  return (
    <input
      className={`${fields.field} ${styles.count}`}
      type="number"
      min={0}
      max={1000}
      aria-label={t(`inactivity.${label}`)}
      value={value}
      onChange={(event) => set(Math.max(0, Math.trunc(Number(event.target.value))))}
    />
  )
}
