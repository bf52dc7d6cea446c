import { useId } from 'react'
import type { TriedPath } from '../../api/try'
import { useWords } from '../../words/use-words'
import styles from './try.module.css'

/** The instants of a path at which something happens, in their order. */
export function stopsOf({ at, steps, now }: Pick<TriedPath, 'at' | 'steps' | 'now'>): string[] {
  const instants = steps.flatMap((step) => [step.at, ...(step.leftAt ? [step.leftAt] : [])])
  return [...new Set([at, ...instants, now])].sort()
}

/** The clock of the rehearsal, moved from one instant to the next at which something happens. */
export function TryClock({
  stops,
  now,
  until,
  move,
}: {
  stops: string[]
  now: string
  until: string | null
  move: (until: string | null) => void
}) {
  const { t, date } = useWords()
  const id = useId()
  const last = stops.length - 1
  const place = until === null ? last : Math.max(stops.indexOf(until), 0)
  if (last < 1) return null
  return (
    <div className={styles.clock}>
      <label htmlFor={id}>{t('try.clock')}</label>
      <output htmlFor={id}>{date(now, 'stamp')}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        value={place}
        aria-valuetext={date(stops[place], 'stamp')}
        onChange={(event) => {
          const to = Number(event.target.value)
          move(to === last ? null : (stops[to] ?? null))
        }}
      />
    </div>
  )
}
