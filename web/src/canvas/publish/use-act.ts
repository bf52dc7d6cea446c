import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { announce } from '../announce'
import { useSession } from '../canvas-context'

/** An act on the whole scenario that is open: its dialog closes, it is said, and the scenario is read anew. */
export function useAct(
  act: (flowId: string) => Promise<unknown>,
  done: string,
  wordsOfFailure: (reason: string) => string = (reason) => reason,
) {
  const { flow, store } = useSession()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => act(flow.id),
    onSuccess: async () => {
      store.getState().showDialog(null)
      toast.success(done)
      announce(done)
      await queries.invalidateQueries({ queryKey: ['flow', flow.id] })
      await queries.invalidateQueries({ queryKey: ['flows'] })
    },
    onError: (error) => toast.error(wordsOfFailure(messageOfError(error))),
  })
}
