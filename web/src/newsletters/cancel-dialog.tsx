import { leftToSend } from '@relance/core/sending/left-to-send'
import { cancelSending, type Sending } from '../api/sendings'
import { useWords } from '../words/use-words'
import styles from './newsletters.module.css'
import { Question } from './question'

/** Asks before those who have not been sent to are spared: it says how many they are, and then how many they were. */
export function CancelDialog({
  flowId,
  sending,
  close,
}: {
  flowId: string
  sending: Sending
  close: () => void
}) {
  const { t } = useWords()
  return (
    <Question
      flowId={flowId}
      title={t('sendings.cancelTitle')}
      sure={t('sendings.cancelSure')}
      act={() => cancelSending(flowId, sending.id)}
      done={({ people }) => t('sendings.cancelDone', { n: people })}
      close={close}
    >
      <p>{t('sendings.cancelLeft', { n: leftToSend(sending) })}</p>
      <p className={styles.quiet}>{t('sendings.cancelAbout')}</p>
    </Question>
  )
}
