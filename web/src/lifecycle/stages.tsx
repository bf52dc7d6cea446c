import {
  type LifecycleStage,
  lifecycleStages,
  lifecycleSteps,
} from '@relance/core/activity/lifecycle'
import { Link } from '@tanstack/react-router'
import { ArrowDown, ArrowRight } from 'lucide-react'
import { Fragment } from 'react'
import type { Lifecycle } from '../api/activity'
import { Tile, type TileTone } from '../ui/tile'
import { useWords } from '../words/use-words'
import styles from './lifecycle.module.css'

const looks: Record<LifecycleStage, { tone: TileTone; icon: string }> = {
  prospect: { tone: 'trigger', icon: 'user-plus' },
  'first-order': { tone: 'message', icon: 'shopping-cart' },
  repeat: { tone: 'ok', icon: 'repeat' },
  'at-risk': { tone: 'warn', icon: 'clock' },
  lost: { tone: 'bad', icon: 'user-x' },
}

const stepInto = (stage: LifecycleStage) => lifecycleSteps.find((step) => step === stage)

/** Stage by stage, with the step between two: who took it in 30 days, and the scenarios that work on it. */
export function Stages({ lifecycle }: { lifecycle: Lifecycle }) {
  const { t, number, share } = useWords()
  const { stages, moves } = lifecycle
  const people = Math.max(
    1,
    Object.values(stages).reduce((sum, n) => sum + n, 0),
  )
  return (
    <>
      <ol className={styles.stages}>
        {lifecycleStages.map((stage) => {
          const step = stepInto(stage)
          return (
            <Fragment key={stage}>
              {step && <Step lifecycle={lifecycle} step={step} />}
              <li className={styles.stage}>
                <Tile {...looks[stage]} size="small" />
                <h2>{t(`lifecycle.${stage}`)}</h2>
                <p className={styles.people}>
                  <b>{number(stages[stage])}</b> <small>{share(stages[stage] / people)}</small>
                </p>
                <p className={styles.about}>{t(`lifecycle.${stage}About`)}</p>
                {stage === 'prospect' && moves.prospect > 0 && (
                  <small className={styles.newcomers}>
                    {t('lifecycle.newcomers', { n: number(moves.prospect) })}
                  </small>
                )}
              </li>
            </Fragment>
          )
        })}
      </ol>
      <p className={styles.back}>{t('lifecycle.returned', { n: moves.returned })}</p>
    </>
  )
}

function Step({
  lifecycle,
  step,
}: {
  lifecycle: Lifecycle
  step: (typeof lifecycleSteps)[number]
}) {
  const { t, number } = useWords()
  const flows = lifecycle.flows.filter(({ steps }) => steps.includes(step))
  return (
    <li className={styles.step}>
      <span className={styles.moved}>
        <ArrowRight className="icon-s" data-wide aria-hidden="true" />
        <ArrowDown className="icon-s" data-narrow aria-hidden="true" />
        <b>{number(lifecycle.moves[step])}</b>
        <small>{t('lifecycle.inMonth')}</small>
      </span>
      {flows.length === 0 && <small className={styles.none}>{t('lifecycle.noFlow')}</small>}
      {flows.map(({ id, name, inside }) => (
        <Link key={id} to="/scenarios/$flowId/live" params={{ flowId: id }} className={styles.flow}>
          <span>{name}</span>
          <small>{t('lifecycle.inside', { n: number(inside) })}</small>
        </Link>
      ))}
    </li>
  )
}
