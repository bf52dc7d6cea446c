import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ApiError, messageOfError } from '../../api/api-error'
import {
  type Backtest,
  backtestQuery,
  cancelBacktest,
  isUnderWay,
  startBacktest,
} from '../../api/backtest'
import type { TrySubject } from '../../api/try'
import { DrawersOnly } from '../../app/drawers-only'
import { Button } from '../../ui/button'
import { Failed, Loading } from '../../ui/states'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import type { ReckonedCount } from '../store/path-slice'
import { LastDaysOutcome } from './last-days-outcome'
import { NotYet } from './not-yet'
import styles from './try.module.css'

/** What the drawing would have done in the last thirty days: begun here, worked out elsewhere, shown as it comes. */
export function LastDays({ choose }: { choose: (subject: TrySubject) => void }) {
  const { t } = useWords()
  const { flow, store } = useSession()
  const content = useContent((each) => each)
  const client = useQueryClient()
  const { data, error } = useQuery(backtestQuery(flow.id))
  const again = () => client.invalidateQueries({ queryKey: backtestQuery(flow.id).queryKey })
  const start = useMutation({
    mutationFn: () => startBacktest(flow.id, content),
    onSuccess: again,
  })
  const cancel = useMutation({ mutationFn: () => cancelBacktest(flow.id), onSuccess: again })
  const backtest = data?.backtest ?? null
  useEffect(() => {
    store.getState().showCounts(backtest && backtest.entered > 0 ? countsOf(backtest) : null)
    return () => store.getState().showCounts(null)
  }, [backtest, store])
  const isNotYet = start.error instanceof ApiError && start.error.status === 409
  if (error) return <Failed error={error} />
  if (!data) return <Loading rows={4} height={48} />
  return (
    <div className={styles.body}>
      {start.error instanceof ApiError && isNotYet && <NotYet error={start.error} />}
      {start.error && !isNotYet && <p role="alert">{messageOfError(start.error)}</p>}
      {backtest && isUnderWay(backtest) ? (
        <UnderWay backtest={backtest} cancel={() => cancel.mutate()} />
      ) : (
        <DrawersOnly>
          <Button look={backtest ? 'plain' : 'primary'} onClick={() => start.mutate()}>
            {t(backtest ? 'try.daysAgain' : 'try.daysStart')}
          </Button>
        </DrawersOnly>
      )}
      {backtest && <LastDaysOutcome backtest={backtest} choose={choose} />}
      <p className={styles.help}>{t('try.daysAssume')}</p>
    </div>
  )
}

/** How many came to each step; of steps that the live version has too, how many more than there. */
function countsOf({ nodes, live }: Backtest): Record<string, ReckonedCount> {
  const told = Object.entries(nodes).map(([id, { entered }]): [string, ReckonedCount] => {
    const there = live?.entered != null ? live.nodes[id]?.entered : undefined
    return [id, { entered, more: there === undefined ? undefined : entered - there }]
  })
  return Object.fromEntries(told)
}

function UnderWay({ backtest, cancel }: { backtest: Backtest; cancel: () => void }) {
  const { t } = useWords()
  const { done, total } = backtest
  return (
    <div className={styles.progress}>
      <label>
        {t('try.daysProgress', { done, total: total ?? 0 })}
        <progress value={done} max={Math.max(total ?? 1, 1)} />
      </label>
      <DrawersOnly>
        <Button size="small" onClick={cancel}>
          {t('try.daysStop')}
        </Button>
      </DrawersOnly>
    </div>
  )
}
