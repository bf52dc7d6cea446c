import { costOfEmails } from '@relance/core/report/cost-of-emails'
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
import { workspaceQuery } from '../../api/workspace'
import { DrawersOnly } from '../../app/drawers-only'
import { useWorkspace } from '../../app/use-workspace'
import { nameOfContact } from '../../customers/name-of-contact'
import { Button } from '../../ui/button'
import { Failed, Loading } from '../../ui/states'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { DayChart } from './day-chart'
import { NotYet } from './not-yet'
import steps from './tried-steps.module.css'
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
    store.getState().showCounts(backtest && backtest.entered > 0 ? backtest.nodes : null)
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
      {backtest && <Outcome backtest={backtest} choose={choose} />}
      <p className={styles.help}>{t('try.daysAssume')}</p>
    </div>
  )
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

/** What the mails would have cost, in words; null where the workspace does not say what they cost. */
function useCost(nodes: Backtest['nodes']): string | null {
  const { t, money } = useWords()
  const workspace = useWorkspace()
  const { data } = useQuery({
    ...workspaceQuery(workspace?.id ?? ''),
    enabled: workspace !== null,
  })
  const emails = Object.values(nodes).reduce((sum, node) => sum + node.sent, 0)
  const cents = costOfEmails(emails, data?.reports?.thousandEmailsCents ?? null)
  return cents === null ? null : t('try.daysCost', { cost: money(cents) })
}

function Outcome({
  backtest,
  choose,
}: {
  backtest: Backtest
  choose: (subject: TrySubject) => void
}) {
  const { t, rich, date } = useWords()
  const { state, entered, computedAt, concerned, total, nodes, people } = backtest
  const held = Object.values(nodes).reduce((sum, node) => sum + node.held, 0)
  const cost = useCost(nodes)
  const sent = Object.values(nodes).reduce((sum, node) => sum + node.sent, 0)
  if (state === 'failed') return <p className={styles.refused}>{t('try.daysNotFromPast')}</p>
  return (
    <>
      {state === 'cancelled' && <p className={styles.refused}>{t('try.daysCancelled')}</p>}
      <p className={styles.outcome} data-entered={entered}>
        {entered === 0 && state === 'done'
          ? t('try.daysNobody')
          : rich('try.daysEntered', { n: entered, day: Math.round(entered / 3) / 10 })}{' '}
        {entered > 0 && t('try.daysMails', { sent, held })} {entered > 0 && cost}
      </p>
      {total !== null && concerned !== null && total < concerned && (
        <p className={styles.help}>{t('try.daysSample', { total, concerned })}</p>
      )}
      <DayChart backtest={backtest} />
      {computedAt && (
        <p className={steps.when}>{t('try.daysComputed', { at: date(computedAt, 'stamp') })}</p>
      )}
      {people.length > 0 && (
        <ul className={styles.people} aria-label={t('try.daysPeople')}>
          {people.slice(0, 100).map(({ contact, at }) => (
            <li key={`${contact.id}:${at}`}>
              <button
                type="button"
                className={styles.person}
                onClick={() =>
                  choose({ ...contact, contactId: contact.id, runId: null, at, isReckoned: true })
                }
              >
                <span className={styles.who}>
                  <b>{nameOfContact(contact, t('customer.nameless'))}</b>
                </span>
                <small>{date(at, 'moment')}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
