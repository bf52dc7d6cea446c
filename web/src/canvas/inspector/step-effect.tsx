import type { NodeDefinition } from '@relance/core/node/definition'
import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { useMemo } from 'react'
import { ApiError, messageOfError } from '../../api/api-error'
import { isWorking, stepEffectQuery } from '../../api/step-effect'
import { DrawersOnly } from '../../app/drawers-only'
import { useSettled } from '../../ui/use-settled'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import type { DraftContent } from '../document/draft-content'
import { useChanges } from '../use-changes'
import inspector from './inspector.module.css'
import styles from './step-effect.module.css'
import { StepEffectTold, type Weighed } from './step-effect-told'

/** A value is asked about once it has stood this long: nobody waits for it while they type, or walk from step to step. */
const STANDS_AFTER_MS = 900
const nowhere = {}

function weighedOf({ category, type }: NodeDefinition): Weighed | null {
  if (category === 'trigger') return 'entry'
  if (category === 'time') return 'wait'
  return type === 'condition' ? 'exits' : null
}

/** “If you change this”: what the value of a trigger, condition or wait would have done in the last thirty days. */
export function StepEffect({ id, definition }: { id: string; definition: NodeDefinition }) {
  const { t } = useWords()
  const { readOnly } = useSession()
  const weighed = weighedOf(definition)
  if (readOnly || !weighed) return null
  return (
    <DrawersOnly>
      <section className={clsx(inspector.section, styles.effect)} data-effect={weighed}>
        <h3>{t('effect.title')}</h3>
        <Asked id={id} weighed={weighed} />
      </section>
    </DrawersOnly>
  )
}

/** Whether there is anything to ask, once the value stands. */
function Asked({ id, weighed }: { id: string; weighed: Weighed }) {
  const { t } = useWords()
  const { flow } = useSession()
  const change = useChanges().find((each) => 'nodeId' in each && each.nodeId === id)
  const nodes = useContent((content) => content.nodes)
  const edges = useContent((content) => content.edges)
  const settings = useContent((content) => content.settings)
  const drawn = useMemo(
    () => ({ nodes, edges, settings, positions: nowhere }),
    [nodes, edges, settings],
  )
  const stands = useSettled<DraftContent | null>(drawn, STANDS_AFTER_MS, null) === drawn
  const isNew = flow.version === null || change?.kind === 'added'
  const fields = change?.kind === 'changed' ? change.fields.filter((each) => each !== 'name') : []
  if (weighed === 'wait' && isNew) return <p>{t('effect.waitNotLive')}</p>
  if (!isNew && fields.length === 0) return <p>{t('effect.unchanged')}</p>
  if (!stands) return <p aria-busy="true">{t('effect.whenItStands')}</p>
  return <Answer id={id} weighed={weighed} fields={fields} content={drawn} />
}

function Answer({
  id,
  weighed,
  fields,
  content,
}: {
  id: string
  weighed: Weighed
  fields: string[]
  content: DraftContent
}) {
  const { t } = useWords()
  const { flow } = useSession()
  const { data, error } = useQuery(stepEffectQuery(flow.id, id, content))
  const isNotYet = error instanceof ApiError && error.status === 409
  if (error)
    return (
      <p role={isNotYet ? undefined : 'alert'}>
        {isNotYet ? t('effect.notYet') : messageOfError(error)}
      </p>
    )
  if (!data || isWorking(data.effect)) {
    const { done = 0, total = null } = data?.effect ?? {}
    return (
      <label className={styles.progress}>
        {t('try.daysProgress', { done, total: total ?? 0 })}
        <progress value={done} max={Math.max(total ?? 1, 1)} />
      </label>
    )
  }
  return <StepEffectTold id={id} weighed={weighed} fields={fields} told={data} />
}
