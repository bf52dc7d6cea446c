import { holdReasonWords } from '@relance/core/words/reason-words'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { Check, ChevronRight, Clock, Minus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { contactEnrolmentsQuery } from '../api/contacts'
import { traceQuery, versionQuery } from '../api/flows'
import type { Enrolment, TraceEntry } from '../api/types'
import { contentOf } from '../canvas/document/draft-content'
import { stepTitles } from '../canvas/step-titles'
import { Chip } from '../ui/chip'
import panel from '../ui/panel.module.css'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import shared from './customer.module.css'
import styles from './in-scenarios.module.css'
import { SeenValues } from './seen-values'

/** Every scenario this person entered, each step with its reason in words and the values seen. */
export function InScenarios({ contactId }: { contactId: string }) {
  const { t } = useWords()
  const asked = useQuery({ ...contactEnrolmentsQuery(contactId), refetchInterval: 10_000 })
  const { data } = asked
  const runs = data?.items ?? []
  return (
    <section className={panel.panel} aria-labelledby="in-scenarios">
      <header className={shared.bar}>
        <h2 id="in-scenarios">{t('runs.title')}</h2>
      </header>
      <Unanswered asked={asked} works={t('customer.failedWorks')} />
      {data && runs.length === 0 && <p className={shared.quiet}>{t('runs.none')}</p>}
      {runs.map((run, place) => (
        <Run key={run.id} run={run} open={place === 0} />
      ))}
    </section>
  )
}

function Run({ run, open: initially }: { run: Enrolment; open: boolean }) {
  const { t, date, language } = useWords()
  const [open, setOpen] = useState(initially)
  const tone =
    run.state === 'attention'
      ? 'bad'
      : run.state === 'held'
        ? 'warn'
        : run.endReason === 'goal'
          ? 'ok'
          : run.state === 'waiting'
            ? 'info'
            : 'mute'
  const state =
    run.state === 'ended' && run.endReason
      ? t('people.ended', { reason: run.endReason })
      : run.heldBy
        ? t('people.heldBy', { reason: holdReasonWords(run.heldBy, language) })
        : t(`enrolment.${run.state}`)
  const when =
    run.state !== 'ended' && run.dueAt
      ? t('people.until', { at: date(run.dueAt, 'moment') })
      : t('people.enteredAt', { at: date(run.enteredAt, 'moment') })
  return (
    <div className={styles.run}>
      <button
        type="button"
        className={styles.runHead}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight className="icon-s" aria-hidden="true" />
        <span>
          <b>{run.flowName ?? run.flowId}</b>{' '}
          <small>{t('runs.version', { version: run.version })}</small>
        </span>
        <small>{when}</small>
        <Chip small tone={tone}>
          {state}
        </Chip>
      </button>
      {open && <Chain run={run} />}
    </div>
  )
}

function Chain({ run }: { run: Enrolment }) {
  const { t, language } = useWords()
  const { data, isPending } = useQuery({
    ...traceQuery(run.id, language),
    refetchInterval: run.state === 'ended' ? false : 10_000,
  })
  const version = useQuery(versionQuery(run.flowId, run.version)).data
  const titles = useMemo(
    () => (version ? stepTitles(contentOf(version), language) : null),
    [version, language],
  )
  const nodeName = (id: string) => t('runs.step', { title: titles?.get(id) ?? id })
  if (isPending)
    return (
      <div className={styles.chain}>
        <Loading rows={3} />
      </div>
    )
  return (
    <ol className={styles.chain}>
      {(data?.items ?? []).map((entry) => (
        <ChainStep key={entry.id} entry={entry} nodeName={nodeName} />
      ))}
      <li>
        <span />
        <Link to="/scenarios/$flowId/live" params={{ flowId: run.flowId }} className={shared.link}>
          {t('runs.seeScenario')}
        </Link>
        <Link
          to="/customers/$contactId/runs/$enrolmentId"
          params={{ contactId: run.contactId, enrolmentId: run.id }}
          className={shared.link}
        >
          {t('lanes.title')}
        </Link>
      </li>
    </ol>
  )
}

function ChainStep({ entry, nodeName }: { entry: TraceEntry; nodeName: (id: string) => string }) {
  const { date } = useWords()
  const stopped =
    entry.kind === 'attention' ||
    (entry.kind === 'ended' &&
      entry.code !== 'goal' &&
      /refus|stop|unreach|consent|suppress/.test(entry.code))
  const waits = entry.kind === 'waiting' || entry.kind === 'held'
  const mark = stopped
    ? styles.no
    : waits
      ? styles.wait
      : entry.kind === 'note'
        ? styles.off
        : styles.yes
  const Icon = stopped ? X : waits ? Clock : entry.kind === 'note' ? Minus : Check
  return (
    <li className={clsx(stopped && styles.stop)}>
      <span className={clsx(styles.mark, mark)}>
        <Icon aria-hidden="true" />
      </span>
      <div>
        <p>{entry.words}</p>
        <SeenValues seen={entry.seen} nodeName={nodeName} />
      </div>
      <small>{date(entry.at, 'moment')}</small>
    </li>
  )
}
