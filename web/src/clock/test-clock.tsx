import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { CalendarClock } from 'lucide-react'
import { cloneElement, lazy, Suspense } from 'react'
import { testClockQuery } from '../api/workspace'
import { useWorkspace } from '../app/use-workspace'
import { Button } from '../ui/button'
import { useAsked } from '../ui/use-asked'
import { useWords } from '../words/use-words'
import { withWords } from '../words/with-words'
import styles from './clock.module.css'

const fetchPopover = withWords(() => import('./clock-popover'))
const ClockPopover = lazy(async () => ({ default: (await fetchPopover()).ClockPopover }))

/** In a workspace on a test clock: what time it is there, moving it, and sending a visitor's events. */
export function TestClock({ compact }: { compact?: boolean }) {
  const { t, date } = useWords()
  const workspace = useWorkspace()
  const isTest = workspace?.clock.kind === 'test'
  const { data } = useQuery({ ...testClockQuery(), enabled: isTest, refetchInterval: 15_000 })
  const { isAsked, button } = useAsked(fetchPopover, 'dialog')
  if (!workspace || !isTest) return null
  const now = data?.now ?? workspace.clock.now
  const trigger = (
    <Button className={styles.trigger}>
      <CalendarClock className="icon-s" aria-hidden="true" />
      <span className="sr-only">
        {t('clock.open', { now: date(now, 'full', workspace.timeZone) })}
      </span>
      {!compact && (
        <span aria-hidden="true" className={styles.name}>
          {t('clock.title')}
        </span>
      )}
      <span aria-hidden="true" className={clsx('num', styles.stamp, compact && styles.compact)}>
        {date(now, 'stamp', workspace.timeZone)}
      </span>
    </Button>
  )
  const closed = cloneElement(trigger, button)
  if (!isAsked) return closed
  return (
    <Suspense fallback={closed}>
      <ClockPopover trigger={trigger} workspace={workspace} now={now} />
    </Suspense>
  )
}
