import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { pauseFlow } from '../api/flows'
import type { Flow } from '../api/types'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'
import { GoOnDialog } from './go-on-dialog'

/** Pauses what is still to come, at once; going on is asked about. Nothing where neither can be done. */
export function PauseButton({ flow }: { flow: Flow }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [isAsked, setIsAsked] = useState(false)
  const pause = useMutation({
    mutationFn: () => pauseFlow(flow.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['flow', flow.id] }),
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  if (flow.status === 'live' && flow.sending !== 'over')
    return (
      <Button disabled={pause.isPending} onClick={() => pause.mutate()}>
        {t('sendings.pause')}
      </Button>
    )
  if (flow.status !== 'paused') return null
  return (
    <>
      <Button onClick={() => setIsAsked(true)}>{t('sendings.resume')}</Button>
      {isAsked && <GoOnDialog flowId={flow.id} close={() => setIsAsked(false)} />}
    </>
  )
}
