import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { askedQuery, openRequestsQuery } from '../../api/publish-requests'
import { announce } from '../announce'
import { useSession } from '../canvas-context'

/** An act on the request to publish the open scenario: said when it is done, and seen at once wherever it shows. */
export function useAnswer<Given>(act: (given: Given) => Promise<unknown>, done: string) {
  const { flow, store } = useSession()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      store.getState().showDialog(null)
      toast.success(done)
      announce(done)
      await Promise.all([
        queries.invalidateQueries({ queryKey: askedQuery(flow.id).queryKey }),
        queries.invalidateQueries({ queryKey: openRequestsQuery().queryKey }),
      ])
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
}
