import type { FlowStatus } from '@relance/core/graph/draft'
import type { Scheduled } from '../api/scheduled'
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
}: {
  status: FlowStatus
  version: number | null
  hasChanges?: boolean
  scheduled?: Scheduled
}) {
  const { t } = useWords()
  const tone =
    status === 'live'
      ? 'ok'
      : status === 'scheduled'
        ? 'info'
        : status === 'stopped'
          ? 'outline'
          : 'mute'
  const words =
    version !== null && (status === 'live' || status === 'paused')
      ? t('status.withVersion', { status: t(names[status]), version })
      : t(names[status])
  return (
    <>
      <Chip tone={tone} dot={status === 'live'}>
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
