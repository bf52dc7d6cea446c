import { gateReasonWords } from '@relance/core/words/reason-words'
import { useWords } from '../words/use-words'

/** Whom an apology leaves out, by reason. */
export function LeftOut({ leftOut }: { leftOut: Record<string, number> }) {
  const { t, rich, language } = useWords()
  const say = (reason: string) =>
    reason === 'already-apologised'
      ? t('faulty.alreadyApologised')
      : gateReasonWords(reason, language)
  return Object.entries(leftOut).map(([reason, n]) => (
    <span key={reason}>{rich('faulty.leftOut', { n, reason: say(reason) })}</span>
  ))
}
