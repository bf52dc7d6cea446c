import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useWords } from '../words/use-words'
import styles from './newsletters.module.css'

/**
 * Asks before something is done to the sendings of a scenario, and says what comes of it.
 * @param done what is told once it is done
 */
export function Question<Answer>({
  flowId,
  title,
  sure,
  act,
  done,
  close,
  isReady = true,
  children,
}: {
  flowId: string
  title: string
  sure: string
  act: () => Promise<Answer>
  done: (answer: Answer) => string
  close: () => void
  /** What is asked is told by now. */
  isReady?: boolean
  children: ReactNode
}) {
  const { t } = useWords()
  const queries = useQueryClient()
  const doIt = useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      close()
      toast.success(done(answer))
      await queries.invalidateQueries({ queryKey: ['flow', flowId] })
      await queries.invalidateQueries({ queryKey: ['flows'] })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  const footer = (
    <>
      <Button onClick={close}>{t('common.close')}</Button>
      <Button look="primary" disabled={!isReady || doIt.isPending} onClick={() => doIt.mutate()}>
        {sure}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={close} title={title} footer={footer}>
      <div className={styles.asked}>{children}</div>
    </Dialog>
  )
}
