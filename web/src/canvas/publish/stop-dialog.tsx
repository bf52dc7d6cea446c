import { useState } from 'react'
import { stopFlow } from '../../api/flows'
import { useWorkspace } from '../../app/use-workspace'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './publish.module.css'
import { useAct } from './use-act'
import { instantOf, tomorrow, WhenChoice, whenOf } from './when-choice'

const fates = ['finish', 'leave'] as const

/** Stopping, now or on a date: nobody enters any more; people inside finish, or leave then, which needs a tick. */
export function StopDialog() {
  const { t } = useWords()
  const { flow, store } = useSession()
  const [people, setPeople] = useState<(typeof fates)[number]>(
    flow.scheduled.end?.people === 'leave' ? 'leave' : 'finish',
  )
  const [sure, setSure] = useState(false)
  const { timeZone = 'UTC', clock } = useWorkspace() ?? {}
  const { end } = flow.scheduled
  const [when, setWhen] = useState(() =>
    end ? whenOf(end.at, timeZone) : tomorrow(clock?.now ?? flow.publishedAt ?? '', timeZone),
  )
  const endAt = instantOf(when, timeZone)
  const stop = useAct(
    (id) => stopFlow(id, people, endAt),
    when.isLater ? t('stop.scheduled') : t('stop.done'),
  )
  const close = () => store.getState().showDialog(null)
  const words = {
    finish: [t('stop.finish'), t('stop.finishAbout')],
    leave: when.isLater
      ? [t('stop.leaveThen'), t('stop.leaveThenAbout')]
      : [t('publish.leave'), t('publish.leaveAbout', { n: flow.inside })],
  }
  const footer = (
    <>
      <Button onClick={close}>{t('common.cancel')}</Button>
      <Button
        look={when.isLater ? 'primary' : 'danger'}
        disabled={(people === 'leave' && !sure) || (when.isLater && !endAt) || stop.isPending}
        onClick={() => stop.mutate()}
      >
        {when.isLater ? t('stop.schedule') : t('stop.button')}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={close}
      title={t('stop.title', { name: flow.name })}
      about={t('stop.about', { n: flow.inside })}
      footer={footer}
    >
      {(flow.inside > 0 || when.isLater) && (
        <fieldset className={styles.section} aria-label={t('stop.about', { n: flow.inside })}>
          {fates.map((fate) => (
            <label key={fate} className={styles.option} data-on={people === fate || undefined}>
              <input
                type="radio"
                name="people"
                checked={people === fate}
                onChange={() => setPeople(fate)}
              />
              <span>
                <b>{words[fate][0]}</b>
                <span className={styles.about}>{words[fate][1]}</span>
              </span>
            </label>
          ))}
          {people === 'leave' && (
            <label className={styles.tick}>
              <input
                type="checkbox"
                checked={sure}
                onChange={(event) => setSure(event.target.checked)}
              />
              {when.isLater ? t('stop.leaveThenSure') : t('publish.leaveSure', { n: flow.inside })}
            </label>
          )}
        </fieldset>
      )}
      <section className={styles.section}>
        <WhenChoice
          legend={t('stop.when')}
          words={{ now: t('stop.now'), later: t('scheduled.onDate') }}
          timeZone={timeZone}
          when={when}
          onWhen={setWhen}
        />
      </section>
    </Dialog>
  )
}
