import type { FlowStatus } from '@relance/core/graph/draft'
import { Chip } from '../ui/chip'
import { useWords } from '../words/use-words'

/** The state of a scenario in words; beside it "Draft" when what is drawn differs from what is live. */
export function FlowStatusChips({
  status,
  version,
  hasChanges,
}: {
  status: FlowStatus
  version: number | null
  hasChanges?: boolean
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
      ? t('status.withVersion', { status: t(`status.${status}`), version })
      : t(`status.${status}`)
  return (
    <>
      <Chip tone={tone} dot={status === 'live'}>
        {words}
      </Chip>
      {hasChanges && status !== 'draft' && <Chip tone="outline">{t('status.draft')}</Chip>}
    </>
  )
}
