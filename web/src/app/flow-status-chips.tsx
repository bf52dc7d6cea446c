import type { FlowStatus } from '@relance/core/graph/draft'
import type { Scheduled } from '../api/scheduled'
import type { SendingStanding } from '../api/types'
import { Chip } from '../ui/chip'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'
import { ScheduledChip, scheduledActs } from './scheduled-chips'

const names = {
  draft: 'status.draft',
  scheduled: 'status.scheduled',
  live: 'status.live',
  paused: 'status.paused',
  stopped: 'status.stopped',
} as const satisfies Record<FlowStatus, WordKey>

/** The state of a scenario in words; beside it "Draft" when what is drawn differs from what is live, and what is scheduled. */
export function FlowStatusChips({
  status,
  version,
  hasChanges,
  scheduled,
  sending,
  isCancelled = false,
}: {
  status: FlowStatus
  version: number | null
  hasChanges?: boolean
  scheduled?: Scheduled
  sending?: SendingStanding | null
  /** Before its first sending. */
  isCancelled?: boolean
}) {
  const { t } = useWords()
  const isOver = sending === 'over' && status === 'live'
  const tone =
    isOver || isCancelled
      ? 'outline'
      : status === 'live'
        ? 'ok'
        : status === 'scheduled'
          ? 'info'
          : status === 'stopped'
            ? 'outline'
            : 'mute'
  const words = isCancelled
    ? t('status.cancelled')
    : isOver
      ? t('status.withVersion', { status: t('status.over'), version: version ?? 0 })
      : version !== null && (status === 'live' || status === 'paused')
        ? t('status.withVersion', { status: t(names[status]), version })
        : t(names[status])
  return (
    <>
      <Chip tone={tone} dot={status === 'live' && !isOver}>
        {words}
      </Chip>
      {hasChanges && status !== 'draft' && <Chip tone="outline">{t('status.draft')}</Chip>}
      {scheduledActs.map((act) => {
        const one = scheduled?.[act]
        return one ? <ScheduledChip key={act} act={act} at={one.at} /> : null
      })}
    </>
  )
}
