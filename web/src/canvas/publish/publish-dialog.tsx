import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { ApiError, messageOfError } from '../../api/api-error'
import { flowQuery, flowsQuery, publishFlow, publishPreviewQuery } from '../../api/flows'
import { askedQuery, openRequestsQuery } from '../../api/publish-requests'
import { outcomesQuery } from '../../api/saved-checks'
import type { People, PublishPreview } from '../../api/types'
import { mayPublishIn, useWorkspace } from '../../app/use-workspace'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Failed, Loading } from '../../ui/states'
import { useWords } from '../../words/use-words'
import { announce } from '../announce'
import { useSession } from '../canvas-context'
import { ApprovalsBlock, useApproved } from './approvals-block'
import { AskDialog } from './ask-dialog'
import { BlockedBlock } from './blocked-block'
import { ChangesBlock } from './changes-block'
import { ChecksBlock } from './checks-block'
import { NoteField } from './note-field'
import { NowBlock } from './now-block'
import { atOnceOf, PeopleBlock } from './people-block'
import styles from './publish.module.css'
import { ScheduledNote } from './scheduled-note'
import { PROPOSED_HOURS, type SpreadHours } from './spread-choice'
import { useClock } from './use-clock'
import { instantOf, tomorrow } from './when'
import { WhenChoice } from './when-choice'

/** What changes, what becomes of the people inside, what happens from now on; then Publish. */
export function PublishDialog() {
  const { t } = useWords()
  const { flow, store, autosave } = useSession()
  const close = () => store.getState().showDialog(null)
  const mayPublish = mayPublishIn(useWorkspace())
  const { data, error, refetch } = useQuery({
    ...publishPreviewQuery(flow.id),
    queryFn: async (context) => {
      if ((await autosave.current?.flush()) === false) throw new Error(t('publish.unsaved'))
      const ask = publishPreviewQuery(flow.id).queryFn
      if (typeof ask !== 'function') throw new Error('no preview')
      return ask(context)
    },
  })
  if (error)
    return (
      <Dialog open width={680} title={t('publish.titlePlain')} onClose={close}>
        <Failed error={error} retry={() => void refetch()} />
      </Dialog>
    )
  if (!data)
    return (
      <Dialog open width={680} title={t('publish.titlePlain')} onClose={close}>
        <div className={styles.pad}>
          <Loading rows={4} />
        </div>
      </Dialog>
    )
  return mayPublish ? (
    <ReadyDialog preview={data} close={close} />
  ) : (
    <AskDialog preview={data} close={close} />
  )
}

function ReadyDialog({ preview, close }: { preview: PublishPreview; close: () => void }) {
  const { t, date } = useWords()
  const { flow } = useSession()
  const [people, setPeople] = useState<People>('finish')
  const [sure, setSure] = useState(false)
  const [alsoPast, setAlsoPast] = useState(false)
  const [anyway, setAnyway] = useState(false)
  const asked = useQuery(askedQuery(flow.id)).data
  // What the draft was handed over with stands there until somebody writes something else.
  const [written, setWritten] = useState<string | null>(null)
  const note = written ?? (asked?.answer === null ? (asked.note ?? '') : '')
  const [targets, setTargets] = useState<Record<string, string>>({})
  const [hours, setHours] = useState<SpreadHours>(PROPOSED_HOURS)
  const [refused, setRefused] = useState<PublishPreview['problems']>([])
  const clock = useClock()
  const { timeZone } = clock
  const [when, setWhen] = useState(() => tomorrow(clock))
  const startAt = instantOf(when, timeZone)
  const queries = useQueryClient()
  const publish = useMutation({
    mutationFn: () =>
      publishFlow(flow.id, {
        people,
        alsoPast,
        revision: preview.revision,
        evenIfChecksFail: anyway,
        note,
        ...(startAt && { startAt }),
        ...(people === 'move' && { targets }),
        ...(people === 'move' && hours && atOnceOf(preview) > 0 && { spread: `PT${hours}H` }),
      }),
    onSuccess: async (done) => {
      close()
      const text =
        'startAt' in done
          ? t('scheduled.done', { at: date(done.startAt, 'full') })
          : done.entered > 0
            ? t('publish.doneEntered', { version: done.version, n: done.entered })
            : t('publish.done', { version: done.version })
      toast.success(text)
      announce(text)
      await Promise.all([
        queries.invalidateQueries({ queryKey: flowQuery(flow.id).queryKey }),
        queries.invalidateQueries({ queryKey: flowsQuery().queryKey }),
        queries.invalidateQueries({ queryKey: openRequestsQuery().queryKey }),
      ])
    },
    onError: (error) => {
      if (error instanceof ApiError && Array.isArray(error.body.problems))
        setRefused(error.body.problems)
      else if (error instanceof ApiError && error.body.reason === 'checks-fail') void run.refetch()
      else toast.error(t('publish.failed', { reason: messageOfError(error) }))
      void queries.invalidateQueries({ queryKey: publishPreviewQuery(flow.id).queryKey })
    },
  })
  const blocks = [...preview.problems, ...refused].filter((problem) => problem.severity === 'fix')
  const unplaced = preview.byNode.filter((row) => !row.kept && row.people > 0)
  const needsTarget = people === 'move' && unplaced.some((row) => !targets[row.nodeId])
  const isApproved = useApproved(flow.id, blocks.length === 0)
  const run = useQuery({
    ...outcomesQuery(flow.id, preview.revision),
    enabled: blocks.length === 0,
  })
  const isFailing = run.data?.items.some(({ outcome }) => outcome === 'fails') ?? false
  const disabled =
    blocks.length > 0 ||
    run.isLoading ||
    (isFailing && !anyway) ||
    !isApproved ||
    (people === 'leave' && preview.inside > 0 && !sure) ||
    needsTarget ||
    (when.isLater && !startAt) ||
    publish.isPending
  const about =
    preview.live && flow.publishedAt
      ? t('publish.liveSince', {
          name: flow.name,
          version: preview.live,
          at: date(flow.publishedAt, 'day'),
        })
      : t('publish.first', { name: flow.name })
  const footer = (
    <>
      <span className={styles.checked}>
        {blocks.length === 0 ? `✓ ${t('publish.checked')}` : ''}
      </span>
      <Button onClick={close}>{t('common.cancel')}</Button>
      <Button look="primary" disabled={disabled} onClick={() => publish.mutate()}>
        {when.isLater ? t('scheduled.button') : t('publish.button', { version: preview.next })}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      width={680}
      onClose={close}
      title={t('publish.title', { version: preview.next })}
      about={about}
      footer={footer}
    >
      {blocks.length > 0 && <BlockedBlock problems={blocks} close={close} />}
      <ChangesBlock preview={preview} />
      {preview.inside > 0 && preview.live !== null && (
        <PeopleBlock
          preview={preview}
          people={people}
          onPeople={setPeople}
          sure={sure}
          onSure={setSure}
          targets={targets}
          onTarget={(from, to) => setTargets({ ...targets, [from]: to })}
          hours={hours}
          onHours={setHours}
        />
      )}
      {blocks.length === 0 && <ChecksBlock run={run} anyway={anyway} onAnyway={setAnyway} />}
      {blocks.length === 0 && <ApprovalsBlock flowId={flow.id} />}
      <NowBlock preview={preview} alsoPast={alsoPast} onAlsoPast={setAlsoPast}>
        <WhenChoice
          legend={t('scheduled.when')}
          words={{ now: t('scheduled.atOnce'), later: t('scheduled.onDate') }}
          timeZone={timeZone}
          when={when}
          onWhen={setWhen}
        />
        <ScheduledNote isLater={when.isLater} />
      </NowBlock>
      <NoteField
        label={t('publish.note')}
        help={t('publish.noteHelp')}
        value={note}
        onChange={setWritten}
      />
    </Dialog>
  )
}
