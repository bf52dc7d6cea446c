import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { cancelSending, type Sending } from '../api/sendings'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useWords } from '../words/use-words'
import { leftOf } from './left-of'
import styles from './newsletters.module.css'

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
  const queries = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => cancelSending(flowId, sending.id),
    onSuccess: async ({ people }) => {
      close()
      toast.success(t('sendings.cancelDone', { n: people }))
      await queries.invalidateQueries({ queryKey: ['flow', flowId] })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  const footer = (
    <>
      <Button onClick={close}>{t('common.close')}</Button>
      <Button look="primary" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
        {t('sendings.cancelSure')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={close} title={t('sendings.cancelTitle')} footer={footer}>
      <div className={styles.asked}>
        <p>{t('sendings.cancelLeft', { n: leftOf(sending) })}</p>
        <p className={styles.quiet}>{t('sendings.cancelAbout')}</p>
      </div>
    </Dialog>
  )
}
