import type { FlowStatus } from '@relance/core/graph/draft'
import type { Scheduled } from '../api/scheduled'
import type { SendingStanding } from '../api/types'
import { Chip, type ChipTone } from '../ui/chip'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'
import { ScheduledChip, scheduledActs } from './scheduled-chips'

const states = {
  draft: { words: 'status.draft', tone: 'mute' },
  scheduled: { words: 'status.scheduled', tone: 'info' },
  live: { words: 'status.live', tone: 'ok' },
  paused: { words: 'status.paused', tone: 'mute' },
  stopped: { words: 'status.stopped', tone: 'outline' },
  cancelled: { words: 'status.cancelled', tone: 'outline' },
  over: { words: 'status.over', tone: 'outline' },
} as const satisfies Record<FlowStatus | 'cancelled' | 'over', { words: WordKey; tone: ChipTone }>

/** Those that say which version they are of. */
const VERSIONED = ['live', 'paused', 'over']

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
  const ended = sending === 'over' && status === 'live' ? 'over' : status
  const state = isCancelled ? 'cancelled' : ended
  const words = t(states[state].words)
  const isVersioned = version !== null && VERSIONED.includes(state)
  return (
    <>
      <Chip tone={states[state].tone} dot={state === 'live'}>
        {isVersioned ? t('status.withVersion', { status: words, version }) : words}
      </Chip>
      {hasChanges && status !== 'draft' && <Chip tone="outline">{t('status.draft')}</Chip>}
      {scheduledActs.map((act) => {
        const one = scheduled?.[act]
        return one ? <ScheduledChip key={act} act={act} at={one.at} /> : null
      })}
    </>
  )
}
