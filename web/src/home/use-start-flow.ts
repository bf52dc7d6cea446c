import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { createFlow, flowsQuery } from '../api/flows'
import { queryClient } from '../api/query-client'

/** Starts a scenario, from nothing or from a template, and opens it. */
export function useStartFlow() {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: createFlow,
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: flowsQuery().queryKey })
      await navigate({ to: '/scenarios/$flowId', params: { flowId: id } })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
}
