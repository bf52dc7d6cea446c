import type { StepEffect, StepEffectTold as Told } from '../../api/step-effect'
import { useWords } from '../../words/use-words'
import { stepType } from '../step-types'
import { useStep } from '../use-step'
import fields from './fields/fields.module.css'

/** What a step is weighed by: whom it lets in, which way they go, or when they go on. */
export type Weighed = 'entry' | 'exits' | 'wait'

interface Props {
  id: string
  weighed: Weighed
  /** The values that differ from the live version. */
  fields: string[]
  told: Told
}

/** What was found, in sentences; of many people a part is looked at, and the figures reckoned up to all of them. */
export function StepEffectTold({ id, weighed, fields: changed, told }: Props) {
  const { t } = useWords()
  const { effect, waiting } = told
  const { total, concerned, state } = effect
  const isPart = total !== null && concerned !== null && total < concerned
  const upTo = (n: number) => (isPart && total > 0 ? Math.round((n * concerned) / total) : n)
  const about = isPart ? 'yes' : 'no'
  return (
    <div role="status">
      {state === 'failed' && <p>{t('effect.notFromPast')}</p>}
      {state === 'done' && weighed === 'entry' && (
        <Entry id={id} changed={changed} effect={effect} upTo={upTo} about={about} />
      )}
      {state === 'done' && weighed !== 'entry' && effect.drawn.came === 0 && (
        <p>{t('effect.nobodyCame')}</p>
      )}
      {state === 'done' && weighed === 'wait' && <Shift effect={effect} upTo={upTo} />}
      {state === 'done' && weighed !== 'entry' && <Exits id={id} effect={effect} upTo={upTo} />}
      {weighed === 'wait' && <Waiting waiting={waiting} />}
      {isPart && <p className={fields.help}>{t('effect.part', { total, concerned })}</p>}
    </div>
  )
}

interface Reckoned {
  effect: StepEffect
  /** A figure of those looked at, reckoned up to all. */
  upTo: (n: number) => number
}

function Entry({
  id,
  changed,
  effect: { concerned, drawn, live },
  upTo,
  about,
}: Reckoned & { id: string; changed: string[]; about: 'yes' | 'no' }) {
  const { t } = useWords()
  const { parts, definition } = useStep(id)
  if (concerned === 0) return <p>{t('effect.nothingHappened')}</p>
  const [field] = changed
  const isLength = changed.length === 1 && definition?.fields[field ?? '']?.kind === 'duration'
  const value = isLength ? parts.find((part) => part.field === field && !part.missing) : undefined
  const n = upTo(drawn.entered)
  if (!live)
    return (
      <p>
        {t('effect.enteredAlone', { n, about })} {t('effect.notLive')}
      </p>
    )
  const values = { n, about, live: upTo(live.entered) }
  return (
    <p>
      {value
        ? t('effect.enteredWith', { ...values, value: value.text })
        : t('effect.entered', values)}
    </p>
  )
}

function Exits({ id, effect: { drawn, live }, upTo }: Reckoned & { id: string }) {
  const { t, say, difference } = useWords()
  const { node } = useStep(id)
  const exits = (node && stepType(node.type)?.exits(node.config)) ?? []
  if (drawn.came === 0 || exits.length < 2) return null
  return (
    <>
      <p>{t('effect.ofThose', { n: upTo(drawn.came) })}</p>
      <ul>
        {exits.map(({ exit, label }) => {
          const [n, was] = [upTo(drawn.exits[exit] ?? 0), live && upTo(live.exits[exit] ?? 0)]
          const named = { n, exit: say(label) }
          return (
            <li key={exit} data-exit={exit} data-n={n}>
              {was === null
                ? t('effect.exit', named)
                : t('effect.exitLive', { ...named, live: was, more: difference(n - was) })}
            </li>
          )
        })}
      </ul>
      {!live && <p>{t('effect.notLive')}</p>}
    </>
  )
}

function Shift({ effect: { shift, drawn }, upTo }: Reckoned) {
  const { t } = useWords()
  if (!shift || drawn.came === 0) return null
  const { sooner, later, same } = shift
  if (sooner + later === 0) return <p>{t('effect.sameTime', { n: upTo(same) })}</p>
  return <p>{t('effect.shift', { sooner: upTo(sooner), later: upTo(later), same: upTo(same) })}</p>
}

function Waiting({ waiting }: Pick<Told, 'waiting'>) {
  const { t } = useWords()
  if (!waiting) return <p>{t('effect.nobodyWaits')}</p>
  const { people, atOnce } = waiting
  return (
    <p>
      {atOnce === null
        ? t('effect.waitingUntold', { n: people })
        : t('effect.waiting', { n: people, atOnce })}
    </p>
  )
}
