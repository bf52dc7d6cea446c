import type { Scheduled } from '../api/scheduled'
import { Chip } from '../ui/chip'
import type { UseWords } from '../words/use-words'
import { useWords } from '../words/use-words'

type Act = keyof Scheduled

/** Each state in words, with its date: a start to come, one that failed, an end to come. */
const chips = {
  start: { tone: 'info', words: ({ t }: UseWords, at: string) => t('status.startsAt', { at }) },
  failed: { tone: 'bad', words: ({ t }: UseWords) => t('status.startFailed') },
  end: { tone: 'outline', words: ({ t }: UseWords, at: string) => t('status.endsAt', { at }) },
} as const

export const scheduledActs = ['start', 'failed', 'end'] as const satisfies Act[]

/** What is scheduled of a scenario, or failed to happen. */
export function ScheduledChip({ act, at }: { act: Act; at: string }) {
  const words = useWords()
  const { tone, words: said } = chips[act]
  return <Chip tone={tone}>{said(words, words.date(at, 'day'))}</Chip>
}
