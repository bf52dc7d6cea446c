import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { EllipsisVertical } from 'lucide-react'
import { toast } from 'sonner'
import { ApiError, messageOfError } from '../../api/api-error'
import {
  type CheckOutcome,
  deleteCheck,
  expectPath,
  outcomesQuery,
  type SavedCheck,
  savedChecksQuery,
} from '../../api/saved-checks'
import type { TrySubject } from '../../api/try'
import { mayDrawIn, useWorkspace } from '../../app/use-workspace'
import { nameOfContact } from '../../customers/name-of-contact'
import { Button, IconButton } from '../../ui/button'
import { Menu } from '../../ui/menu'
import { Failed, Loading } from '../../ui/states'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { CheckDifference } from './check-difference'
import { CheckMark } from './check-mark'
import { NotYet } from './not-yet'
import styles from './saved-checks.module.css'
import panel from './try.module.css'

/** The saved checks of a scenario, walked through what is drawn now. */
export function SavedChecks({ choose }: { choose: (subject: TrySubject) => void }) {
  const { t } = useWords()
  const { flow } = useSession()
  const content = useContent((each) => each)
  const { data, error } = useQuery(savedChecksQuery(flow.id))
  const isSome = data !== undefined && data.items.length > 0
  const run = useQuery({ ...outcomesQuery(flow.id, content), enabled: isSome })
  if (error) return <Failed error={error} />
  if (!data) return <Loading rows={4} height={48} />
  const outcomes = run.data?.items ?? []
  const passing = outcomes.filter(({ outcome }) => outcome === 'passes').length
  if (!isSome)
    return (
      <div className={panel.body}>
        <p className={panel.none}>{t('checks.none')}</p>
      </div>
    )
  return (
    <div className={panel.body}>
      <div className={styles.sum} role="status">
        <b>
          {run.data && !run.isFetching
            ? t('checks.sum', { pass: passing, n: outcomes.length })
            : run.error
              ? ''
              : t('checks.running')}
        </b>
        <Button size="small" disabled={run.isFetching} onClick={() => void run.refetch()}>
          {t('checks.run')}
        </Button>
      </div>
      {run.error instanceof ApiError && run.error.status === 409 ? (
        <NotYet error={run.error} />
      ) : (
        run.error && <p role="alert">{messageOfError(run.error)}</p>
      )}
      <ul className={styles.checks}>
        {data.items.map((check) => (
          <Check
            key={check.id}
            check={check}
            outcome={outcomes.find(({ checkId }) => checkId === check.id)}
            choose={choose}
          />
        ))}
      </ul>
      <p className={panel.help}>{t('checks.help')}</p>
    </div>
  )
}

function Check({
  check,
  outcome,
  choose,
}: {
  check: SavedCheck
  outcome: CheckOutcome | undefined
  choose: (subject: TrySubject) => void
}) {
  const { t } = useWords()
  const { flow } = useSession()
  const content = useContent((each) => each)
  const client = useQueryClient()
  const mayDraw = mayDrawIn(useWorkspace())
  const again = () => client.invalidateQueries({ queryKey: savedChecksQuery(flow.id).queryKey })
  const expect = useMutation({
    mutationFn: () => expectPath(flow.id, check.id, content),
    onSuccess: again,
    onError: (error) => toast.error(messageOfError(error)),
  })
  const remove = useMutation({
    mutationFn: () => deleteCheck(flow.id, check.id),
    onSuccess: again,
    onError: (error) => toast.error(messageOfError(error)),
  })
  const { contact, asked } = check
  const open = () =>
    choose({
      ...{ ...contact, contactId: contact.id, asked, runId: asked.runId, at: asked.at },
      isReckoned: asked.runId === null,
    })
  return (
    <li className={styles.check} data-check={outcome?.outcome}>
      <CheckMark outcome={outcome?.outcome} />
      <div className={styles.told}>
        <button type="button" className={styles.name} onClick={open} title={t('checks.open')}>
          {check.name}
        </button>
        <small>{nameOfContact(contact, t('customer.nameless'))}</small>
        {outcome && outcome.outcome !== 'passes' && <CheckDifference outcome={outcome} />}
        {mayDraw && outcome?.outcome === 'fails' && (
          <Button size="small" disabled={expect.isPending} onClick={() => expect.mutate()}>
            {t('checks.expect')}
          </Button>
        )}
      </div>
      <Menu
        trigger={
          <IconButton label={t('checks.acts', { name: check.name })}>
            <EllipsisVertical className="icon" aria-hidden="true" />
          </IconButton>
        }
        items={[
          { label: t('checks.open'), onSelect: open },
          ...(mayDraw
            ? [
                {
                  label: t('checks.delete'),
                  tone: 'danger' as const,
                  onSelect: () => remove.mutate(),
                },
              ]
            : []),
        ]}
      />
    </li>
  )
}
