import { holdReasonWords } from '@relance/core/words/reason-words'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { actOnEnrolment, flowEnrolmentsQuery } from '../../api/flows'
import type { Enrolment } from '../../api/types'
import { mayPublishIn, useWorkspace } from '../../app/use-workspace'
import { nameOfContact } from '../../customers/name-of-contact'
import { Button } from '../../ui/button'
import { Chip } from '../../ui/chip'
import { Loading } from '../../ui/states'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { stepTitles } from '../step-titles'
import type { PeopleFilter } from '../store/panels-slice'
import { HandActs } from './hand-acts'
import styles from './people-list.module.css'

const REFRESH_MS = 5_000

/** The people behind a figure, each with where they stand; those stopped by an error can be helped on. */
export function PeopleList({ filter }: { filter: PeopleFilter }) {
  const { t } = useWords()
  const { flow, range } = useSession()
  // What a burst does to somebody comes a moment after it was asked for.
  const { data, isPending } = useQuery({
    ...flowEnrolmentsQuery(flow.id, { ...filter, ...range }),
    refetchInterval: REFRESH_MS,
  })
  if (isPending)
    return (
      <div className={styles.pad}>
        <Loading rows={5} height={48} />
      </div>
    )
  const items = data?.items ?? []
  if (items.length === 0) return <p className={styles.empty}>{t('people.nobody')}</p>
  return (
    <ul className={styles.list}>
      {items.map((enrolment) => (
        <PersonRow key={enrolment.id} enrolment={enrolment} />
      ))}
      {data?.next && <li className={styles.empty}>{t('people.firstOnly', { n: items.length })}</li>}
    </ul>
  )
}

function PersonRow({ enrolment }: { enrolment: Enrolment }) {
  const { t, date, language } = useWords()
  const { flow, drawn } = useSession()
  const titles = useContent((content) => stepTitles(content, language))
  const queries = useQueryClient()
  const mayAct = mayPublishIn(useWorkspace())
  const help = useMutation({
    mutationFn: (act: 'retry' | 'skip') => actOnEnrolment(enrolment.id, { act }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['flow', flow.id] }),
    onError: (error) => toast(messageOfError(error)),
  })
  const step = enrolment.nodeId ? (titles.get(enrolment.nodeId) ?? enrolment.nodeId) : null
  const when =
    enrolment.state === 'ended'
      ? t('people.endedAt', { at: date(enrolment.endedAt, 'moment') })
      : enrolment.dueAt
        ? t('people.until', { at: date(enrolment.dueAt, 'moment') })
        : t('people.enteredAt', { at: date(enrolment.enteredAt, 'moment') })
  const tone =
    enrolment.state === 'attention'
      ? 'bad'
      : enrolment.state === 'held'
        ? 'warn'
        : enrolment.endReason === 'goal'
          ? 'ok'
          : 'mute'
  const state =
    enrolment.state === 'ended' && enrolment.endReason
      ? t('people.ended', { reason: enrolment.endReason })
      : enrolment.heldBy
        ? t('people.heldBy', { reason: holdReasonWords(enrolment.heldBy, language) })
        : t(`enrolment.${enrolment.state}`)
  const isDrawn = drawn === null || drawn === enrolment.version
  const other = isDrawn ? null : t('live.onVersion', { version: enrolment.version })
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Link
          to="/customers/$contactId"
          params={{ contactId: enrolment.contactId }}
          className={styles.name}
        >
          {enrolment.contact
            ? nameOfContact(enrolment.contact, t('customer.nameless'))
            : enrolment.contactId}
        </Link>
        <p>{[step, when, other].filter(Boolean).join(' · ')}</p>
        {enrolment.error && <p className={styles.error}>{enrolment.error.message}</p>}
        {mayAct && (enrolment.state === 'waiting' || enrolment.state === 'held') && (
          <HandActs enrolment={enrolment} mayMove={isDrawn} />
        )}
        {mayAct && enrolment.state === 'attention' && (
          <p className={styles.acts}>
            <Button size="small" disabled={help.isPending} onClick={() => help.mutate('retry')}>
              {t('people.retry')}
            </Button>
            <Button size="small" disabled={help.isPending} onClick={() => help.mutate('skip')}>
              {t('people.skip')}
            </Button>
          </p>
        )}
      </div>
      <Chip small tone={tone}>
        {state}
      </Chip>
    </li>
  )
}
