import { ruleClause } from '@relance/core/rule/describe-rule'
import type { Rule } from '@relance/core/rule/rule'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import {
  changeSegment,
  createSegment,
  deleteSegment,
  type Segment,
  type SegmentUse,
  segmentsQuery,
} from '../api/segments'
import { DrawersOnly } from '../app/drawers-only'
import { DrawnForm } from '../app/drawn-form'
import { PageHead } from '../app/page'
import { useNames } from '../canvas/use-names'
import { RuleEditor } from '../rule/rule-editor'
import { Button } from '../ui/button'
import field from '../ui/field.module.css'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { PeopleNow } from './people-now'
import styles from './segments.module.css'
import { StartWithSegment } from './start-with-segment'
import { usePeopleNow } from './use-people-now'

const DEEPEST = 5

/** Name and rule, beside whom the rule takes in right now. */
export function SegmentEditor({
  start,
  saved,
}: {
  start: { name: string; rule: Rule }
  saved: (Segment & { usedBy: SegmentUse[] }) | null
}) {
  const { t, language } = useWords()
  const navigate = useNavigate()
  const names = useNames(null)
  const nameId = useId()
  const [name, setName] = useState(start.name)
  const [rule, setRule] = useState(start.rule)
  const segmentId = saved?.id
  const people = usePeopleNow(rule, segmentId ?? null, saved?.count ?? null)
  const { slow } = people
  const ground = useMemo(
    () => ({ about: 'person' as const, steps: null, segmentId, slow, deepest: DEEPEST }),
    [segmentId, slow],
  )
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: segmentsQuery().queryKey })
  }
  const save = useMutation({
    mutationFn: async () => {
      if (saved) await changeSegment(saved.id, { name, rule, revision: saved.revision })
      return saved ? saved.id : (await createSegment({ name, rule })).id
    },
    onSuccess: async (id) => {
      await done()
      toast(t('segments.saved', { name }))
      if (!saved) await navigate({ to: '/segments/$segmentId', params: { segmentId: id } })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  const remove = useMutation({
    mutationFn: (id: string) => deleteSegment(id),
    onSuccess: async () => {
      await navigate({ to: '/segments' })
      await done()
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <PageHead title={saved ? saved.name : t('segments.new')}>
        <DrawersOnly>
          {saved && (
            <Button
              look="ghost"
              disabled={remove.isPending}
              onClick={() => remove.mutate(saved.id)}
            >
              <Trash2 className="icon-s" aria-hidden="true" />
              {t('segments.delete')}
            </Button>
          )}
          {saved && <StartWithSegment segment={saved} />}
          <Button look="primary" type="submit" disabled={save.isPending || name.trim() === ''}>
            {t('segments.save')}
          </Button>
        </DrawersOnly>
      </PageHead>
      <div className={styles.columns}>
        <section className={`${panel.panel} ${styles.editor}`} aria-label={t('segments.rule')}>
          <DrawnForm>
            <div className={styles.nameField}>
              <label className={field.label} htmlFor={nameId}>
                {t('segments.name')}
              </label>
              <input
                id={nameId}
                className={field.field}
                value={name}
                maxLength={120}
                required
                placeholder={t('segments.namePlaceholder')}
                onChange={(event) => setName(event.target.value)}
              />
            </div>
            <p className={field.label}>{t('segments.whoIsIn')}</p>
            <RuleEditor
              value={rule}
              onChange={(next) => setRule(next ?? { and: [] })}
              ground={ground}
            />
          </DrawnForm>
          <p className={styles.said}>
            {t('segments.said')} <b>{ruleClause(rule, language, names)}</b>
          </p>
        </section>
        <PeopleNow asked={people}>
          {saved && saved.usedBy.length > 0 && <Uses uses={saved.usedBy} />}
        </PeopleNow>
      </div>
    </form>
  )
}

function Uses({ uses }: { uses: SegmentUse[] }) {
  const { t } = useWords()
  return (
    <p className={styles.used}>
      {t('segments.usedIn')}{' '}
      {uses.map(({ kind, id, name }, place) => (
        <span key={id}>
          {place > 0 && ', '}
          {kind === 'inactivity' && <Link to="/settings">{name}</Link>}
          {kind === 'flow' && (
            <Link to="/scenarios/$flowId" params={{ flowId: id }}>
              {name}
            </Link>
          )}
          {kind === 'segment' && (
            <Link to="/segments/$segmentId" params={{ segmentId: id }}>
              {name}
            </Link>
          )}
        </span>
      ))}
    </p>
  )
}
