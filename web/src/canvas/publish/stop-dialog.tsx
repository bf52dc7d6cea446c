import { useState } from 'react'
import { stopFlow } from '../../api/flows'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { Options } from './options'
import styles from './publish.module.css'
import { useAct } from './use-act'
import { useClock } from './use-clock'
import { instantOf, tomorrow, whenOf } from './when'
import { WhenChoice } from './when-choice'

type Fate = 'finish' | 'leave'

/** Stopping, now or on a date: nobody enters any more; people inside finish, or leave then, which needs a tick. */
export function StopDialog() {
  const { t } = useWords()
  const { flow, store } = useSession()
  const [people, setPeople] = useState<Fate>(
    flow.scheduled.end?.people === 'leave' ? 'leave' : 'finish',
  )
  const [sure, setSure] = useState(false)
  const clock = useClock()
  const { timeZone } = clock
  const { end } = flow.scheduled
  const [when, setWhen] = useState(() => (end ? whenOf(end.at, timeZone) : tomorrow(clock)))
  const endAt = instantOf(when, timeZone)
  const stop = useAct(
    (id) => stopFlow(id, people, endAt),
    when.isLater ? t('stop.scheduled') : t('stop.done'),
  )
  const close = () => store.getState().showDialog(null)
  // Later there may be somebody, even where nobody is now.
  const isAsked = flow.inside > 0 || when.isLater
  const leave = when.isLater
    ? { title: t('stop.leaveThen'), about: t('stop.leaveThenAbout') }
    : { title: t('publish.leave'), about: t('publish.leaveAbout', { n: flow.inside }) }
  const footer = (
    <>
      <Button onClick={close}>{t('common.cancel')}</Button>
      <Button
        look={when.isLater ? 'primary' : 'danger'}
        disabled={
          (isAsked && people === 'leave' && !sure) || (when.isLater && !endAt) || stop.isPending
        }
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
      {isAsked && (
        <Options<Fate>
          legend={t('stop.about', { n: flow.inside })}
          options={[
            { value: 'finish', title: t('stop.finish'), about: t('stop.finishAbout') },
            { value: 'leave', ...leave },
          ]}
          chosen={people}
          onChoose={setPeople}
        >
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
        </Options>
      )}
      <section className={styles.section}>
        <WhenChoice
          legend={t('stop.when')}
          words={{ now: t('stop.now'), later: t('scheduled.onDate') }}
          timeZone={timeZone}
          when={when}
          onWhen={(next) => {
            setWhen(next)
            // The tick is for one of the two.
            if (next.isLater !== when.isLater) setSure(false)
          }}
        />
      </section>
    </Dialog>
  )
}
