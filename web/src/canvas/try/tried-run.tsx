import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiError } from '../../api/api-error'
import { type ChoicesMade, type Tried, type TrySubject, tryQuery } from '../../api/try'
import { nameOfContact } from '../../customers/name-of-contact'
import { Button } from '../../ui/button'
import { Failed, Loading } from '../../ui/states'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { NotYet } from './not-yet'
import { pathOf } from './path-of'
import { RefusedEntry } from './refused-entry'
import { SaveCheck } from './save-check'
import { SendPath } from './send-path'
import { TriedSteps } from './tried-steps'
import styles from './try.module.css'
import { stopsOf, TryClock } from './try-clock'
import { type Beginning, WhenField } from './when-field'

/** One person's path through what is drawn, with what can be changed of it: choices, the clock, the entry. */
export function TriedRun({ subject, change }: { subject: TrySubject; change: () => void }) {
  const { t, date, language } = useWords()
  const { flow, store } = useSession()
  const content = useContent((each) => each)
  const [choices, setChoices] = useState<ChoicesMade>(subject.asked?.choices ?? {})
  const [from, setFrom] = useState<Beginning>(
    subject.runId
      ? { runId: subject.runId }
      : subject.isReckoned && subject.at
        ? { at: subject.at }
        : null,
  )
  const [evenIf, setEvenIf] = useState(subject.asked?.evenIf ?? false)
  const [until, setUntil] = useState<string | null>(null)
  const whole: Tried = {
    ...{ contactId: subject.contactId, choices, evenIf, ...from },
    ...(subject.asked && { knownUntil: subject.asked.knownUntil }),
  }
  const { data: full, error, refetch } = useQuery(tryQuery(flow.id, content, whole, language))
  const part = useQuery({
    ...tryQuery(flow.id, content, { ...whole, until: until ?? undefined }, language),
    enabled: until !== null,
  })
  const path = until === null ? full : (part.data ?? full)
  useEffect(() => {
    store.getState().showPath(path ? pathOf(path) : null)
    return () => store.getState().showPath(null)
  }, [path, store])
  const name = nameOfContact({ ...subject, id: subject.contactId }, t('customer.nameless'))
  return (
    <>
      <div className={styles.subject}>
        <span className={styles.who}>
          <b>{name}</b>
          <small>{subject.email ?? subject.externalId}</small>
        </span>
        <Button size="small" onClick={change}>
          {t('try.change')}
        </Button>
      </div>
      <div className={styles.body}>
        {error instanceof ApiError && error.status === 409 ? (
          <NotYet error={error} />
        ) : (
          error && <Failed error={error} retry={() => void refetch()} />
        )}
        {!path && !error && <Loading rows={6} height={56} />}
        {path && !error && (
          <>
            <WhenField
              contactId={subject.contactId}
              presentAt={path.presentAt}
              from={from}
              begin={(wanted) => {
                setFrom(wanted)
                setUntil(null)
              }}
            />
            <BeginningLine path={path} />
            {subject.asked && (
              <p className={styles.help}>
                {t('checks.knownUntil', { at: date(subject.asked.knownUntil, 'stamp') })}
              </p>
            )}
            {path.refused && (
              <RefusedEntry
                refused={path.refused}
                walksOn={evenIf}
                walkOn={() => setEvenIf(true)}
              />
            )}
            {full && path.steps.length > 0 && (
              <TryClock stops={stopsOf(full)} now={path.now} until={until} move={setUntil} />
            )}
            <TriedSteps
              path={path}
              made={choices}
              choose={(key, made) => setChoices({ ...choices, [key]: made })}
            />
          </>
        )}
      </div>
      {full && (
        <footer className={styles.foot}>
          <SaveCheck tried={whole} path={full} />
          {path?.mails.some(({ outcome }) => outcome === 'sent') && (
            <SendPath tried={{ ...whole, until: until ?? undefined }} />
          )}
        </footer>
      )}
    </>
  )
}

function BeginningLine({
  path,
}: {
  path: { at: string; isAssumed: boolean; runId: string | null }
}) {
  const { t, date } = useWords()
  const key = path.runId ? 'try.lived' : path.isAssumed ? 'try.assumedEntry' : 'try.wouldEnter'
  return <p className={styles.beginning}>{t(key, { at: date(path.at, 'stamp') })}</p>
}
