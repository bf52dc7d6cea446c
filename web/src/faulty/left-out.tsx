import { gateReasonWords } from '@relance/core/words/reason-words'
import type { CountedAsked } from '../api/counted'
import { CountedFigure } from '../figures/counted-figure'
import { useWords } from '../words/use-words'

/**
 * Whom an apology leaves out, by reason.
 * @param listOf the list of those left out for a reason; null: nobody is known by name
 */
export function LeftOut({
  leftOut,
  listOf,
}: {
  leftOut: Record<string, number>
  listOf: ((reason: string) => CountedAsked) | null
}) {
  const { t, rich, language } = useWords()
  const say = (reason: string) =>
    reason === 'already-apologised'
      ? t('faulty.alreadyApologised')
      : gateReasonWords(reason, language)
  return Object.entries(leftOut).map(([reason, n]) => {
    const words = rich('faulty.leftOut', { n, reason: say(reason) })
    if (!listOf) return <span key={reason}>{words}</span>
    const title = t('faulty.list-leftOut', { reason: say(reason) })
    return (
      <CountedFigure key={reason} asked={listOf(reason)} count={n} title={title}>
        {words}
      </CountedFigure>
    )
  })
}
