import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { saveWorkspace, workspaceQuery } from '../api/workspace'
import { useWords } from '../words/use-words'

type Change = Parameters<typeof saveWorkspace>[1]

/** Saves some settings of a workspace, and says so. */
export function useSaveSettings(workspaceId: string) {
  const { t } = useWords()
  return useMutation({
    mutationFn: (change: Change) => saveWorkspace(workspaceId, change),
    onSuccess: async () => {
      toast.success(t('settings.saved'))
      await queryClient.invalidateQueries({ queryKey: workspaceQuery(workspaceId).queryKey })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
}
